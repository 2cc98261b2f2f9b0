#include "faulty_disk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct faulty_disk {
  char *folder;
  size_t folder_length;
  bool released;
  /// The owner and every open file.
  int references;
  struct faulty_disk_operation *operations;
  size_t operation_count, operation_room;
  char **names;
  int name_count;
  int64_t room, health;
  bool flushes_logs;
  struct faulty_disk *next;
};

/// A file as SQLite sees it; the file of the real system stands right behind.
struct watched_file {
  sqlite3_file base;
  struct faulty_disk *disk;
  int name;
  bool is_log;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct faulty_disk *disks;
static sqlite3_vfs *real_system;
static sqlite3_vfs watching_system;

static sqlite3_file *real(sqlite3_file *file) {
  return (sqlite3_file *)((struct watched_file *)file + 1);
}

static const sqlite3_io_methods *methods(sqlite3_file *file) { return real(file)->pMethods; }

// What is remembered. The lock is held in all of these.

static void drop_reference(struct faulty_disk *disk) {
  if (--disk->references > 0) return;
  struct faulty_disk **link = &disks;
  while (*link != disk) link = &(*link)->next;
  *link = disk->next;
  for (size_t i = 0; i < disk->operation_count; i++) free((void *)disk->operations[i].bytes);
  for (int i = 0; i < disk->name_count; i++) free(disk->names[i]);
  free(disk->operations);
  free(disk->names);
  free(disk->folder);
  free(disk);
}

static void append(struct faulty_disk *disk, struct faulty_disk_operation operation) {
  if (disk->operation_count == disk->operation_room) {
    disk->operation_room = disk->operation_room ? 2 * disk->operation_room : 256;
    size_t size = disk->operation_room * sizeof *disk->operations;
    disk->operations = realloc(disk->operations, size);
    if (!disk->operations) abort();
  }
  disk->operations[disk->operation_count++] = operation;
}

static void remember(
    struct faulty_disk *disk, enum faulty_disk_kind kind, int file, int64_t offset,
    const void *bytes, size_t count) {
  if (disk->released) return;
  uint8_t *copy = NULL;
  if (count > 0) {
    copy = malloc(count);
    if (!copy) abort();
    memcpy(copy, bytes, count);
  }
  append(disk, (struct faulty_disk_operation){kind, file, offset, count, copy});
}

static int number_of_name(struct faulty_disk *disk, const char *name) {
  for (int i = 0; i < disk->name_count; i++)
    if (strcmp(disk->names[i], name) == 0) return i;
  disk->names = realloc(disk->names, (size_t)(disk->name_count + 1) * sizeof *disk->names);
  if (!disk->names) abort();
  disk->names[disk->name_count] = strdup(name);
  return disk->name_count++;
}

static struct faulty_disk *disk_of(const char *path) {
  if (!path) return NULL;
  for (struct faulty_disk *disk = disks; disk; disk = disk->next)
    if (!disk->released && strncmp(path, disk->folder, disk->folder_length) == 0
        && path[disk->folder_length] == '/')
      return disk;
  return NULL;
}

/// Whether the disk is too ill to do one more thing.
static bool is_ill(struct faulty_disk *disk) {
  if (disk->released || disk->health < 0) return false;
  if (disk->health == 0) return true;
  disk->health--;
  return false;
}

static bool is_full(struct faulty_disk *disk, int64_t bytes) {
  if (disk->released || disk->room < 0) return false;
  if (disk->room < bytes) return true;
  disk->room -= bytes;
  return false;
}

// What SQLite calls on a watched file.

static int watched_close(sqlite3_file *file) {
  struct watched_file *watched = (struct watched_file *)file;
  int status = methods(file)->xClose(real(file));
  pthread_mutex_lock(&lock);
  drop_reference(watched->disk);
  pthread_mutex_unlock(&lock);
  return status;
}

static int watched_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  return methods(file)->xRead(real(file), bytes, count, offset);
}

static int watched_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  struct watched_file *watched = (struct watched_file *)file;
  pthread_mutex_lock(&lock);
  int status = is_ill(watched->disk)           ? SQLITE_IOERR_WRITE
               : is_full(watched->disk, count) ? SQLITE_FULL
                                               : SQLITE_OK;
  if (status == SQLITE_OK)
    remember(watched->disk, FAULTY_DISK_WRITE, watched->name, offset, bytes, (size_t)count);
  pthread_mutex_unlock(&lock);
  if (status != SQLITE_OK) return status;
  return methods(file)->xWrite(real(file), bytes, count, offset);
}

static int watched_truncate(sqlite3_file *file, sqlite3_int64 size) {
  struct watched_file *watched = (struct watched_file *)file;
  pthread_mutex_lock(&lock);
  bool ill = is_ill(watched->disk);
  if (!ill) remember(watched->disk, FAULTY_DISK_TRUNCATE, watched->name, size, NULL, 0);
  pthread_mutex_unlock(&lock);
  return ill ? SQLITE_IOERR_TRUNCATE : methods(file)->xTruncate(real(file), size);
}

/// A watched disk is a story of its own, so the real one need not be waited for.
static int watched_sync(sqlite3_file *file, int flags) {
  (void)flags;
  struct watched_file *watched = (struct watched_file *)file;
  pthread_mutex_lock(&lock);
  bool ill = is_ill(watched->disk);
  bool believed = !watched->is_log || watched->disk->flushes_logs;
  if (!ill && believed) remember(watched->disk, FAULTY_DISK_SYNC, watched->name, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return ill ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int watched_size(sqlite3_file *file, sqlite3_int64 *size) {
  return methods(file)->xFileSize(real(file), size);
}

static int watched_lock(sqlite3_file *file, int level) {
  return methods(file)->xLock(real(file), level);
}

static int watched_unlock(sqlite3_file *file, int level) {
  return methods(file)->xUnlock(real(file), level);
}

static int watched_check_lock(sqlite3_file *file, int *result) {
  return methods(file)->xCheckReservedLock(real(file), result);
}

static int watched_control(sqlite3_file *file, int operation, void *argument) {
  return methods(file)->xFileControl(real(file), operation, argument);
}

static int watched_sector_size(sqlite3_file *file) {
  return methods(file)->xSectorSize(real(file));
}

static int watched_characteristics(sqlite3_file *file) {
  return methods(file)->xDeviceCharacteristics(real(file));
}

static int watched_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
  return methods(file)->xShmMap(real(file), page, size, extend, memory);
}

static int watched_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
  return methods(file)->xShmLock(real(file), offset, count, flags);
}

static void watched_barrier(sqlite3_file *file) { methods(file)->xShmBarrier(real(file)); }

static int watched_unmap(sqlite3_file *file, int deletes) {
  return methods(file)->xShmUnmap(real(file), deletes);
}

static const sqlite3_io_methods watched_methods = {
    .iVersion = 2,
    .xClose = watched_close,
    .xRead = watched_read,
    .xWrite = watched_write,
    .xTruncate = watched_truncate,
    .xSync = watched_sync,
    .xFileSize = watched_size,
    .xLock = watched_lock,
    .xUnlock = watched_unlock,
    .xCheckReservedLock = watched_check_lock,
    .xFileControl = watched_control,
    .xSectorSize = watched_sector_size,
    .xDeviceCharacteristics = watched_characteristics,
    .xShmMap = watched_map,
    .xShmLock = watched_shared_lock,
    .xShmBarrier = watched_barrier,
    .xShmUnmap = watched_unmap,
};

// What SQLite calls on the file system.

static int watching_open(
    sqlite3_vfs *system, const char *path, sqlite3_file *file, int flags, int *given_flags) {
  (void)system;
  pthread_mutex_lock(&lock);
  struct faulty_disk *disk = disk_of(path);
  if (disk) disk->references++;
  pthread_mutex_unlock(&lock);
  if (!disk) return real_system->xOpen(real_system, path, file, flags, given_flags);

  struct watched_file *watched = (struct watched_file *)file;
  watched->base.pMethods = NULL;
  watched->disk = disk;
  watched->is_log = flags & SQLITE_OPEN_WAL;
  int status = real_system->xOpen(real_system, path, real(file), flags, given_flags);
  // SQLite closes a file whose opening failed if it has methods all the same.
  if (real(file)->pMethods) watched->base.pMethods = &watched_methods;
  pthread_mutex_lock(&lock);
  watched->name = number_of_name(disk, path + disk->folder_length + 1);
  if (!watched->base.pMethods) drop_reference(disk);
  pthread_mutex_unlock(&lock);
  return status;
}

static int watching_delete(sqlite3_vfs *system, const char *path, int sync_folder) {
  (void)system;
  pthread_mutex_lock(&lock);
  struct faulty_disk *disk = disk_of(path);
  if (disk)
    remember(
        disk, FAULTY_DISK_DELETE, number_of_name(disk, path + disk->folder_length + 1), 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return real_system->xDelete(real_system, path, sync_folder);
}

static void install(void) {
  real_system = sqlite3_vfs_find(NULL);
  watching_system = *real_system;
  watching_system.zName = "faulty-disk";
  watching_system.pNext = NULL;
  watching_system.szOsFile = (int)sizeof(struct watched_file) + real_system->szOsFile;
  watching_system.xOpen = watching_open;
  watching_system.xDelete = watching_delete;
  sqlite3_vfs_register(&watching_system, 1);
}

// What the tests call.

struct faulty_disk *faulty_disk_watch(const char *folder) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
  struct faulty_disk *disk = calloc(1, sizeof *disk);
  if (!disk) return NULL;
  disk->folder = strdup(folder);
  disk->folder_length = strlen(folder);
  disk->references = 1;
  disk->room = disk->health = -1;
  disk->flushes_logs = true;
  pthread_mutex_lock(&lock);
  disk->next = disks;
  disks = disk;
  pthread_mutex_unlock(&lock);
  return disk;
}

void faulty_disk_release(struct faulty_disk *disk) {
  pthread_mutex_lock(&lock);
  disk->released = true;
  drop_reference(disk);
  pthread_mutex_unlock(&lock);
}

size_t faulty_disk_operation_count(struct faulty_disk *disk) {
  pthread_mutex_lock(&lock);
  size_t count = disk->operation_count;
  pthread_mutex_unlock(&lock);
  return count;
}

struct faulty_disk_operation faulty_disk_operation_at(struct faulty_disk *disk, size_t index) {
  pthread_mutex_lock(&lock);
  struct faulty_disk_operation operation = disk->operations[index];
  pthread_mutex_unlock(&lock);
  return operation;
}

int faulty_disk_file_count(struct faulty_disk *disk) {
  pthread_mutex_lock(&lock);
  int count = disk->name_count;
  pthread_mutex_unlock(&lock);
  return count;
}

const char *faulty_disk_file_name(struct faulty_disk *disk, int file) {
  pthread_mutex_lock(&lock);
  const char *name = disk->names[file];
  pthread_mutex_unlock(&lock);
  return name;
}

void faulty_disk_set_room(struct faulty_disk *disk, int64_t bytes) {
  pthread_mutex_lock(&lock);
  disk->room = bytes;
  pthread_mutex_unlock(&lock);
}

void faulty_disk_set_health(struct faulty_disk *disk, int64_t operations) {
  pthread_mutex_lock(&lock);
  disk->health = operations;
  pthread_mutex_unlock(&lock);
}

void faulty_disk_set_flushes_logs(struct faulty_disk *disk, bool flushes) {
  pthread_mutex_lock(&lock);
  disk->flushes_logs = flushes;
  pthread_mutex_unlock(&lock);
}
