/// A disk for SQLite that remembers what was written and what was really flushed, that fills up and
/// that fails when told to.
///
/// It wraps the usual file system of SQLite in this process; files outside a watched folder go
/// through untouched.
#ifndef FAULTY_DISK_H
#define FAULTY_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What SQLite did to a file.
enum faulty_disk_kind {
  FAULTY_DISK_WRITE,
  /// Everything written to the file before is on the disk.
  FAULTY_DISK_SYNC,
  /// The file has `offset` bytes now.
  FAULTY_DISK_TRUNCATE,
  FAULTY_DISK_DELETE,
};

struct faulty_disk_operation {
  enum faulty_disk_kind kind;
  /// Counts the files of the folder in the order in which they were opened first.
  int file;
  int64_t offset;
  size_t count;
  /// The bytes of a write; valid until the disk is released.
  const uint8_t *bytes;
};

struct faulty_disk;

/// Watches every file that SQLite opens in `folder` from now on. Nothing if memory is short.
struct faulty_disk *faulty_disk_watch(const char *folder);

/// Gives up the disk; what SQLite still has open goes on working and is no longer remembered.
void faulty_disk_release(struct faulty_disk *disk);

size_t faulty_disk_operation_count(struct faulty_disk *disk);
struct faulty_disk_operation faulty_disk_operation_at(struct faulty_disk *disk, size_t index);

int faulty_disk_file_count(struct faulty_disk *disk);
/// The name of a file within the folder; valid until the disk is released.
const char *faulty_disk_file_name(struct faulty_disk *disk, int file);

/// Leaves room for so many more bytes, after which writes fail as on a full disk; -1 for any number.
void faulty_disk_set_room(struct faulty_disk *disk, int64_t bytes);

/// Lets so many more writes, flushes and truncations succeed and fails all after; -1 for never.
void faulty_disk_set_health(struct faulty_disk *disk, int64_t operations);

/// Whether flushes of write-ahead logs are believed: a disk that says yes and does nothing is what
/// `synchronous = NORMAL` makes of a good one.
void faulty_disk_set_flushes_logs(struct faulty_disk *disk, bool flushes);

#endif
