#!/usr/bin/env python3
"""Verifies a proof of a card's custody or of a log's growth without Hantar and its makers.

    python3 verify_proof.py PROOF.json
    python3 verify_proof.py PROOF.json --checkpoint "hantar-checkpoint 1 ..."
    python3 verify_proof.py PROOF.json --office-key HEX --qr "HANTAR1 ..." --language id

It needs Python 3.8 or later and nothing else. It shares no code with Hantar: SHA-256 is Python's
own, the Ed25519 signatures (RFC 8032) and the Merkle paths (RFC 9162) are computed below.

What is shown of a card: each entry in the file stands in the log whose root the office signed, its
event was signed by the device it names, and the office enrolled that device. What is shown of a
log: that of one checkpoint is the beginning of that of a later one. What must be known from
elsewhere: that the key is the office's (--office-key), and that the checkpoint is the one everybody
saw (--checkpoint). The exit status is 0 if everything is proved, 1 if not, 2 for a wrong command.
"""

import argparse
import hashlib
import json
import re
import sys
from datetime import datetime, timedelta, timezone

FORMAT, VERSION = "hantar-card-proof", 1
CONSISTENCY_FORMAT = "hantar-consistency-proof"


class NotProved(Exception):
    """The first thing that is wrong, in both languages."""

    def __init__(self, indonesian, english):
        super().__init__(english)
        self.text = {"id": indonesian, "en": english}


# --- Ed25519, RFC 8032 section 5.1: slow and plain. A point is (x, y) on the curve.

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, PRIME - 2, PRIME) % PRIME


def recovered_x(y, sign):
    """The x of a point, from its y and the lowest bit of x; None if there is no such point."""
    if y >= PRIME:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, PRIME - 2, PRIME) % PRIME
    if square == 0:
        return None if sign else 0
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if (x * x - square) % PRIME:
        x = x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    if (x * x - square) % PRIME:
        return None
    return x if x & 1 == sign else PRIME - x


BASE_Y = 4 * pow(5, PRIME - 2, PRIME) % PRIME
BASE = (recovered_x(BASE_Y, 0), BASE_Y)


def added(left, right):
    """The sum of two points, each as (X, Y, Z, T) with x = X/Z, y = Y/Z, x*y = T/Z."""
    a = (left[1] - left[0]) * (right[1] - right[0]) % PRIME
    b = (left[1] + left[0]) * (right[1] + right[0]) % PRIME
    c = 2 * left[3] * right[3] * D % PRIME
    d = 2 * left[2] * right[2] % PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME)


def multiplied(number, point):
    result, step = (0, 1, 1, 0), (point[0], point[1], 1, point[0] * point[1] % PRIME)
    while number:
        if number & 1:
            result = added(result, step)
        step = added(step, step)
        number >>= 1
    return result


def encoded(point):
    inverse = pow(point[2], PRIME - 2, PRIME)
    x, y = point[0] * inverse % PRIME, point[1] * inverse % PRIME
    return (y | (x & 1) << 255).to_bytes(32, "little")


def is_signed(key, message, signature):
    """Whether `signature` (64 bytes) is one of `message` by the secret half of `key` (32 bytes)."""
    if len(key) != 32 or len(signature) != 64:
        return False
    number = int.from_bytes(key, "little")
    y = number & (1 << 255) - 1
    x = recovered_x(y, number >> 255)
    scalar = int.from_bytes(signature[32:], "little")
    if x is None or scalar >= ORDER:
        return False
    hashed = hashlib.sha512(signature[:32] + key + message).digest()
    challenge = int.from_bytes(hashed, "little") % ORDER
    minus_key = (PRIME - x, y)
    expected = added(multiplied(scalar, BASE), multiplied(challenge, minus_key))
    return encoded(expected) == signature[:32]


# --- The Merkle tree, RFC 9162 section 2.1.3.2.


def leaf_hash(leaf):
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaf, index, size, path):
    """The root to which `path` leads from leaf `index` of `size`; None if the path does not fit."""
    if not 0 <= index < size:
        return None
    place, last, result = index, size - 1, leaf_hash(leaf)
    for sibling in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            result = node_hash(sibling, result)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            result = node_hash(result, sibling)
        place, last = place >> 1, last >> 1
    return result if last == 0 else None


def roots_of(older, newer, older_root, path):
    """The roots of `older` and of `newer` leaves to which a consistency path leads, RFC 9162
    section 2.1.4.2; None if the path does not fit."""
    path = list(path)
    if older & (older - 1) == 0:
        path.insert(0, older_root)
    if not path:
        return None
    place, last = older - 1, newer - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first = second = path[0]
    for sibling in path[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        place, last = place >> 1, last >> 1
    return (first, second) if last == 0 else None


# --- Canonical JSON (RFC 8785) of whole numbers and texts.


def canonical(value):
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def without_repeats(pairs):
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a field appears twice")
    return fields


def parsed(text):
    def refuse(number):
        raise ValueError("only whole numbers are allowed, not " + number)

    return json.loads(
        text, object_pairs_hook=without_repeats, parse_float=refuse, parse_constant=refuse
    )


def unhex(text, count):
    if not isinstance(text, str) or not re.fullmatch("[0-9a-f]{%d}" % (2 * count), text):
        raise ValueError("expected %d hexadecimal digits" % (2 * count))
    return bytes.fromhex(text)


# --- The proof.


class Checkpoint:
    def __init__(self, line):
        parts = line.split()
        if len(parts) != 7 or parts[:2] != ["hantar-checkpoint", "1"]:
            raise ValueError("not a checkpoint")
        self.line = " ".join(parts)
        self.workspace = parts[2]
        if not re.fullmatch("0|[1-9][0-9]*", parts[3]) or not re.fullmatch("-?[0-9]+", parts[5]):
            raise ValueError("not a checkpoint")
        self.size, self.milliseconds = int(parts[3]), int(parts[5])
        self.root, self.signature = unhex(parts[4], 32), unhex(parts[6], 64)

    def is_signed_by(self, key):
        return is_signed(key, self.line.rpartition(" ")[0].encode(), self.signature)


class Entry:
    """One entry of the log, once its path has been followed to the root."""

    def __init__(self, fields, checkpoint):
        self.place = fields["place"]
        leaf = fields["leaf"].encode()
        path = [unhex(text, 32) for text in fields["path"]]
        self.hash = leaf_hash(leaf)
        if root_of(leaf, self.place - 1, checkpoint.size, path) != checkpoint.root:
            raise NotProved(
                "catatan %d tidak terbukti ada di buku" % self.place,
                "entry %d is not shown to be in the log" % self.place)
        self.fields = parsed(fields["leaf"])
        if canonical(self.fields) != leaf:
            raise NotProved(
                "catatan %d tidak ditulis secara kanonik" % self.place,
                "entry %d is not written in the one permitted way" % self.place)
        self.event = self.fields["event"]
        self.device = self.event["device"]

    def check_signature(self, key):
        previous = unhex(self.fields["previous"], 32)
        message = hashlib.sha256(previous + canonical(self.event)).digest()
        if not is_signed(key, message, unhex(self.fields["signature"], 64)):
            raise NotProved(
                "tanda tangan digital pada catatan %d tidak cocok" % self.place,
                "the signature of entry %d is wrong" % self.place)

    def enrolled_device(self, office_key):
        """The name and the key of the device that this entry enrols."""
        registration = self.event.get("registration")
        is_enrolment = self.event["kind"] == "enrolled" and "refusal" not in self.fields
        if self.device != "office" or not is_enrolment or not registration:
            raise NotProved(
                "catatan %d bukan pendaftaran perangkat" % self.place,
                "entry %d does not enrol a device" % self.place)
        self.check_signature(office_key)
        key = unhex(registration["signingKey"], 32)
        return "D-" + hashlib.sha256(key).hexdigest()[:16], key


class Proof:
    def __init__(self, text):
        fields = parsed(text)
        if fields.get("format") != FORMAT:
            raise ValueError("not a " + FORMAT)
        if fields.get("version") != VERSION:
            raise ValueError("version %s is not known" % fields.get("version"))
        self.card = fields["card"]
        self.office_key = unhex(fields["officeKey"], 32)
        self.checkpoint = Checkpoint(fields["checkpoint"])
        if not self.checkpoint.is_signed_by(self.office_key):
            raise NotProved(
                "tonggak di dalam bukti tidak ditandatangani kunci kantor",
                "the checkpoint in the proof is not signed with the office's key")
        self.enrolments = [Entry(entry, self.checkpoint) for entry in fields["enrolments"]]
        self.entries = [Entry(entry, self.checkpoint) for entry in fields["entries"]]
        self.check()

    def check(self):
        if not self.entries:
            raise NotProved("bukti ini tidak memuat catatan", "the proof holds no entry")
        devices = {"office": (self.office_key, 0)}
        for entry in self.enrolments:
            name, key = entry.enrolled_device(self.office_key)
            devices.setdefault(name, (key, entry.place))
        last = 0
        for entry in self.entries:
            cards = entry.event["cards"] + entry.event.get("exchanged", [])
            if self.card not in cards or entry.place <= last:
                raise NotProved(
                    "catatan %d mengenai kartu lain atau tidak berurutan" % entry.place,
                    "entry %d is about another card or out of order" % entry.place)
            key, enrolled_at = devices.get(entry.device, (None, 0))
            if key is None or enrolled_at >= entry.place:
                raise NotProved(
                    "perangkat %s pada catatan %d tidak terbukti terdaftar"
                    % (entry.device, entry.place),
                    "device %s of entry %d is not shown to be enrolled"
                    % (entry.device, entry.place))
            entry.check_signature(key)
            last = entry.place

    def compare_with_key(self, text):
        if text.lower() != self.office_key.hex():
            raise NotProved(
                "bukti ini ditandatangani kunci lain, bukan kunci kantor yang Anda sebutkan",
                "the proof is signed with another key than the office's key you gave")

    def compare_with_checkpoint(self, line):
        published = Checkpoint(line)
        if not published.is_signed_by(self.office_key):
            raise NotProved(
                "tonggak yang diumumkan tidak ditandatangani kunci kantor di dalam bukti",
                "the published checkpoint is not signed with the office's key of the proof")
        own = self.checkpoint
        if (published.workspace, published.size) != (own.workspace, own.size):
            raise NotProved(
                "tonggak yang diumumkan mengenai %d catatan, bukti ini mengenai %d;"
                " minta bukti terhadap tonggak itu" % (published.size, own.size),
                "the published checkpoint is of %d entries, this proof of %d;"
                " ask for a proof against that checkpoint" % (published.size, own.size))
        if published.root != own.root:
            raise NotProved(
                "KANTOR MENANDATANGANI DUA RIWAYAT: akar tonggak yang diumumkan berbeda",
                "THE OFFICE SIGNED TWO HISTORIES: the published checkpoint has another root")

    def compare_with_code(self, text):
        parts = text.split()
        if len(parts) != 4 or parts[0] != "HANTAR1":
            raise ValueError("not a HANTAR1 code")
        wanted = (parts[1], parts[2], parts[3])
        workspace = self.checkpoint.workspace[:16]
        held = [(workspace, str(entry.place), entry.hash.hex()) for entry in self.entries]
        if wanted not in held:
            raise NotProved(
                "kode QR menunjuk catatan lain", "the QR code points at another entry")


class Consistency:
    """That the log of one checkpoint is the beginning of the log of a later one."""

    def __init__(self, fields):
        if fields.get("version") != VERSION:
            raise ValueError("version %s is not known" % fields.get("version"))
        self.office_key = unhex(fields["officeKey"], 32)
        self.older, self.newer = Checkpoint(fields["older"]), Checkpoint(fields["newer"])
        for checkpoint in (self.older, self.newer):
            if not checkpoint.is_signed_by(self.office_key):
                raise NotProved(
                    "tonggak di dalam bukti tidak ditandatangani kunci kantor",
                    "a checkpoint in the proof is not signed with the office's key")
        if self.older.workspace != self.newer.workspace:
            raise NotProved(
                "kedua tonggak berasal dari buku yang berbeda",
                "the two checkpoints are of different logs")
        if not self.has_grown([unhex(text, 32) for text in fields["path"]]):
            raise NotProved(
                "tidak terbukti bahwa buku dengan %d catatan adalah kelanjutan dari buku dengan %d"
                " catatan" % (self.newer.size, self.older.size),
                "the log of %d entries is not shown to go on from that of %d"
                % (self.newer.size, self.older.size))

    def has_grown(self, path):
        older, newer = self.older, self.newer
        if older.size > newer.size:
            return False
        if older.size == 0:
            return not path and older.root == hashlib.sha256(b"").digest()
        if older.size == newer.size:
            return not path and older.root == newer.root
        return roots_of(older.size, newer.size, older.root, path) == (older.root, newer.root)

    compare_with_key = Proof.compare_with_key

    def compare_with_checkpoint(self, line):
        published = Checkpoint(line)
        if not published.is_signed_by(self.office_key):
            raise NotProved(
                "tonggak yang diumumkan tidak ditandatangani kunci kantor di dalam bukti",
                "the published checkpoint is not signed with the office's key of the proof")
        own = [
            checkpoint for checkpoint in (self.older, self.newer)
            if (checkpoint.workspace, checkpoint.size) == (published.workspace, published.size)]
        if not own:
            raise NotProved(
                "tonggak yang diumumkan mengenai %d catatan, bukti ini mengenai %d dan %d;"
                " minta bukti terhadap tonggak itu"
                % (published.size, self.older.size, self.newer.size),
                "the published checkpoint is of %d entries, this proof of %d and %d;"
                " ask for a proof against that checkpoint"
                % (published.size, self.older.size, self.newer.size))
        if own[0].root != published.root:
            raise NotProved(
                "KANTOR MENANDATANGANI DUA RIWAYAT: akar tonggak yang diumumkan berbeda",
                "THE OFFICE SIGNED TWO HISTORIES: the published checkpoint has another root")

    def compare_with_code(self, text):
        raise NotProved(
            "bukti ini bukan mengenai kartu", "this proof is not about a card")


def read_proof(text):
    if parsed(text).get("format") == CONSISTENCY_FORMAT:
        return Consistency(parsed(text))
    return Proof(text)


# --- What it says, in words.

KINDS = {
    "printed": ("dicetak", "printed"),
    "packed": ("dikemas", "packed"),
    "handed-over": ("diserahkan", "handed over"),
    "scanned-out": ("dipindai keluar", "scanned out"),
    "delivered": ("diterima penduduk", "delivered"),
    "failed": ("gagal diantar", "attempt failed"),
    "reattempted": ("dicoba lagi", "tried again"),
    "returned": ("dikembalikan", "returned"),
    "held": ("dititipkan", "held"),
    "cleared": ("selesai diperiksa", "cleared"),
    "withdrawn": ("KTP lama ditarik", "old card withdrawn"),
    "missing": ("tidak ditemukan", "missing"),
    "found": ("ditemukan kembali", "found again"),
    "counted": ("dihitung", "counted"),
    "destroyed": ("dimusnahkan", "destroyed"),
    "corrected": ("dibetulkan", "corrected"),
    "erased": ("data pribadi dihapus", "personal data erased"),
    "fee-reported": ("permintaan uang dilaporkan", "demand of money reported"),
}
WORDS = {
    "id": {
        "proved": "TERBUKTI", "card": "Kartu", "office": "Kunci kantor",
        "log": "Buku kantor %s: %d catatan, ditandatangani %s", "root": "Akar",
        "grown": "Buku ini hanya bertambah: %d catatan pertama tetap sama.",
        "entry": "Catatan %d: %s, %s", "from": "  dari %s ke %s, dicatat perangkat %s",
        "refused": "  DITOLAK kantor (%s): tidak mengubah apa pun",
        "trust": "Pastikan kunci kantor ini sama dengan yang diumumkan kantor.",
        "same": "Tonggak ini sama dengan yang diumumkan.", "not": "TIDAK TERBUKTI: %s",
        "file": "berkas tidak dapat dibaca (%s)",
    },
    "en": {
        "proved": "PROVED", "card": "Card", "office": "Office key",
        "log": "Log of office %s: %d entries, signed %s", "root": "Root",
        "grown": "The log only grew: its first %d entries are the same.",
        "entry": "Entry %d: %s, %s", "from": "  from %s to %s, recorded by device %s",
        "refused": "  REFUSED by the office (%s): it changed nothing",
        "trust": "Make sure that this is the key the office has published.",
        "same": "The checkpoint is the published one.", "not": "NOT PROVED: %s",
        "file": "the file cannot be read (%s)",
    },
}


def printable(text):
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in str(text)[:120])


def clock(milliseconds):
    time = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=milliseconds)
    return time.astimezone(timezone(timedelta(hours=7))).strftime("%Y-%m-%d %H:%M:%S WIB (UTC+7)")


def growth(proof, language):
    words = WORDS[language]
    yield words["proved"]
    yield "%s: %s" % (words["office"], proof.office_key.hex())
    for checkpoint in (proof.older, proof.newer):
        log = (printable(checkpoint.workspace), checkpoint.size, clock(checkpoint.milliseconds))
        yield words["log"] % log
        yield "%s: %s" % (words["root"], checkpoint.root.hex())
    yield words["grown"] % proof.older.size


def story(proof, language):
    if isinstance(proof, Consistency):
        yield from growth(proof, language)
        return
    words, column = WORDS[language], 0 if language == "id" else 1
    checkpoint = proof.checkpoint
    yield words["proved"]
    yield "%s: %s" % (words["card"], printable(proof.card))
    yield "%s: %s" % (words["office"], proof.office_key.hex())
    log = (printable(checkpoint.workspace), checkpoint.size, clock(checkpoint.milliseconds))
    yield words["log"] % log
    yield "%s: %s" % (words["root"], checkpoint.root.hex())
    for entry in proof.entries:
        event = entry.event
        kind = KINDS.get(event["kind"], (event["kind"], event["kind"]))[column]
        yield words["entry"] % (entry.place, printable(kind), clock(event["time"]))
        hands = (printable(event["giver"]), printable(event["taker"]), printable(entry.device))
        yield words["from"] % hands
        if "refusal" in entry.fields:
            yield words["refused"] % printable(entry.fields["refusal"])


# What a file that is no proof, or a clock beyond the calendar, leads to.
UNREADABLE = (
    OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)


def main():
    parser = argparse.ArgumentParser(description="Verifies a proof of a card's custody.")
    parser.add_argument("proof", help="the file that `hantar audit prove` wrote")
    parser.add_argument("--checkpoint", metavar="LINE", help="a checkpoint the office published")
    parser.add_argument("--office-key", metavar="HEX", help="the key the office published")
    parser.add_argument("--qr", metavar="TEXT", help="what the QR code on the paper says")
    parser.add_argument("--language", choices=["id", "en"], default="en")
    options = parser.parse_args()
    words = WORDS[options.language]
    try:
        with open(options.proof, encoding="utf-8") as file:
            proof = read_proof(file.read())
        if options.office_key:
            proof.compare_with_key(options.office_key)
        if options.checkpoint:
            proof.compare_with_checkpoint(options.checkpoint)
        if options.qr:
            proof.compare_with_code(options.qr)
        lines = list(story(proof, options.language))
    except NotProved as fault:
        print(words["not"] % fault.text[options.language])
        return 1
    except UNREADABLE as fault:
        print(words["not"] % words["file"] % printable(fault))
        return 1
    print("\n".join(lines))
    if options.checkpoint:
        print(words["same"])
    if not options.office_key:
        print(words["trust"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
