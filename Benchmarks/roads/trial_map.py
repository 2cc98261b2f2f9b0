"""Writes map tables for a grid of invented kecamatan over a city: `python3 trial_map.py FOLDER`.

For trying plans on real roads of a city that `maps/` has no tables of: DKI Jakarta as its extract
of 2013 shows it. Borders and names are made up; the folder gets links to the names and the road
profiles of `maps/`.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

_MAPS = Path(__file__).resolve().parents[2] / "maps"
_CODE = "31.71"
_SOUTH, _NORTH, _WEST, _EAST = -6.34, -6.13, 106.72, 106.94
_ROWS, _COLUMNS = 5, 5
_PARTS = 2
_PEOPLE = 25_000


def main() -> int:
    root = Path(sys.argv[1])
    folder = root / f"{_CODE}_trial"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("names", "profiles", "holidays.csv"):
        link = root / name
        if not link.exists():
            link.symlink_to(_MAPS / name)
    high, wide = (_NORTH - _SOUTH) / _ROWS, (_EAST - _WEST) / _COLUMNS
    area = high * 110.6 * wide * 110.6
    kecamatan, desa, cells = [], [], {}
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            code = f"{_CODE}.{row * _COLUMNS + column + 1:02d}"
            south, west = _SOUTH + row * high, _WEST + column * wide
            name = f"Petak {chr(65 + row)}{column + 1}"
            kecamatan.append(_region(code, name, "kecamatan", area, 4, south, west, high, wide))
            for part in range(_PARTS * _PARTS):
                up, right = part // _PARTS, part % _PARTS
                own = f"{code}.{1001 + part}"
                place = (south + up * high / 2, west + right * wide / 2, high / 2, wide / 2)
                desa.append(
                    _region(own, f"{name} {part + 1}", "kelurahan", area / 4, 1, *place)
                    | {"kecamatan_code": code}
                )
                cells[row * _PARTS + up, column * _PARTS + right] = own
    _write(folder / "regency.csv", [_regency(area)])
    _write(folder / "kecamatan.csv", kecamatan)
    _write(folder / "desa.csv", desa)
    _write(folder / "neighbours.csv", _neighbours(cells, high, wide))
    return 0


def _regency(area: float) -> dict[str, object]:
    count = _ROWS * _COLUMNS
    return {
        "code": _CODE, "name": "Percobaan", "kind": "kota", "province": "DKI Jakarta",
        "area_km2": round(area * count, 3), "population": 4 * _PEOPLE * count, "voters_2024": "",
        "wajib_ktp": "", "kecamatan_count": count, "desa_count": 4 * count,
        "time_zone": "Asia/Jakarta", "source": "made up",
    }


def _region(
    code: str, name: str, kind: str, area: float, shares: int, south: float, west: float,
    high: float, wide: float,
) -> dict[str, object]:
    latitude, longitude = round(south + high / 2, 6), round(west + wide / 2, 6)
    return {
        "code": code, "name": name, "aliases": "", "kind": kind, "bps_code": "",
        "area_km2": round(area, 4), "population": shares * _PEOPLE, "population_source": "made up",
        "wajib_ktp": "", "wajib_ktp_source": "", "postcodes": "", "latitude": latitude,
        "longitude": longitude, "centroid_latitude": latitude, "centroid_longitude": longitude,
        "point_source": "estimate",
    }


def _neighbours(
    cells: dict[tuple[int, int], str], high: float, wide: float
) -> list[dict[str, object]]:
    pairs: dict[tuple[str, str], int] = {}
    for (row, column), code in cells.items():
        for step, metres in (((1, 0), wide * 55_300), ((0, 1), high * 55_300)):
            other = cells.get((row + step[0], column + step[1]))
            if other is None:
                continue
            for first, second in ((code, other), (code[:8], other[:8])):
                if first != second:
                    key = (min(first, second), max(first, second))
                    pairs[key] = pairs.get(key, 0) + round(metres)
    return [
        {
            "level": "desa" if len(first) > 8 else "kecamatan", "code_a": first, "code_b": second,
            "border_metres": metres, "source": "made up",
        }
        for (first, second), metres in sorted(pairs.items())
    ]


_DESA = [
    "code", "name", "aliases", "kind", "kecamatan_code", "area_km2", "population",
    "population_source", "postcodes", "latitude", "longitude", "centroid_latitude",
    "centroid_longitude", "point_source",
]


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    columns = _DESA if path.name == "desa.csv" else list(rows[0])
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
