#!/usr/bin/env python3
"""Write the facts under maps/ from the source tables.

    python3 scripts/make-maps.py TABLES [MAPS]

TABLES is a folder with kabkota.csv, kecamatan.csv, kelurahan_desa.csv, kelurahan_ketetanggaan.csv,
hari_libur_2024-2027.csv and nama_orang.csv; maps/README.md tells where they come from. MAPS is the
folder to write, by default maps/ beside this script's folder. The same tables give the same bytes.
"""

import csv
import re
import sys
from math import cos, hypot, radians
from pathlib import Path

from map_streets import STREETS

FOLDERS = {
    "18.71": "18.71_kota-bandar-lampung",
    "18.09": "18.09_kabupaten-pesawaran",
    "16.71": "16.71_kota-palembang",
    "32.16": "32.16_kabupaten-bekasi",
}

DECREE = "Kepmendagri 300.2.2-2430/2025"
METRES_PER_DEGREE = 111_195

# Words that Indonesian place names join to the next word or keep apart as the writer pleases.
PREFIXES = """
    babelan banjar bantar batu bojong bukit bumi cabang cibarusah cikarang gunung jati jaya kali
    kampung karang karya kebun kedung kemang kerta kota lambang mekar muara padang pantai
    pasir ratu rejo sari sekip sematang setia sindang sri suka sumber sungai talang taman tanjung
    taruma teluk telaga tempel wana waringin
""".split()

UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
ROMANS = "0 I II III IV V VI VII VIII IX X XI".split()
NUMBERED = {"ilir", "ulu", "barat", "timur"}

SPELLINGS = [("Gedong", "Gedung"), ("Gedung", "Gedong"), ("Pidada", "Pedada")]
INITIALS = {"Ilir Barat": "IB", "Ilir Timur": "IT", "Seberang Ulu": "SU"}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, columns, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row[column] for column in columns] for row in rows)


# Spellings


def number_value(word):
    """The value of an Indonesian number word such as `Dua-puluh-lima`; None if it is none."""
    parts = word.lower().split("-")
    if len(parts) == 1:
        return UNITS.index(parts[0]) if parts[0] in UNITS[1:] else None
    if len(parts) == 2 and parts[1] == "belas" and parts[0] in UNITS:
        return 10 + UNITS.index(parts[0])
    if parts[0] in UNITS and parts[1] == "puluh":
        rest = UNITS.index(parts[2]) if len(parts) == 3 and parts[2] in UNITS else 0
        return 10 * UNITS.index(parts[0]) + rest
    return None


def number_spellings(name):
    """`Dua-puluh Ilir Satu` as `20 Ilir I`, `20 Ilir 1` and `Dua Puluh Ilir Satu`; and back."""
    words = name.split()
    if words[-1] in ROMANS[1:]:
        value = ROMANS.index(words[-1])
        base = " ".join(words[:-1])
        return [f"{base} {value}", f"{base} {UNITS[value].title()}"]
    if not NUMBERED & {word.lower() for word in words}:
        return []
    values = [number_value(word) for word in words]
    if not any(values):
        return []
    spelled = []
    for trailing in (ROMANS, [str(number) for number in range(12)]):
        text = [str(value or word) for value, word in zip(values, words)]
        if values[-1]:
            text[-1] = trailing[values[-1]]
        if len(values) > 1 and values[0] and values[1]:
            text[:2] = [f"{values[0]}-{values[1]}"]
        spelled.append(" ".join(text))
    spelled.append(" ".join(word.replace("-", " ").title() for word in words))
    for full, short in INITIALS.items():
        if name.startswith(full) and values[-1]:
            spelled.append(f"{short} {ROMANS[values[-1]]}")
    return spelled


def joined_and_split(name):
    """`Telukbetung Barat` as `Teluk Betung Barat`, `Kedung Waringin` as `Kedungwaringin`."""
    words = re.split(r"[ -]", name)
    split = []
    for word in words:
        prefix = next(
            (p for p in sorted(PREFIXES, key=len, reverse=True)
             if word.lower().startswith(p) and len(word) - len(p) >= 4), None)
        split += [word[:len(prefix)], word[len(prefix):].title()] if prefix else [word]
    spelled = [" ".join(split)]
    if len(words) >= 2 and words[0].lower() in PREFIXES:
        spelled.append(" ".join([words[0] + words[1].lower()] + words[2:]))
    return spelled


def aliases(name, known=""):
    """Other spellings of `name` met on forms, those from the tables first."""
    found = [alias.strip() for alias in known.split(";") if alias.strip()]
    numbers = number_spellings(name)
    found += numbers
    if not numbers:
        found += joined_and_split(name)
    found += [
        base.replace(old, new)
        for base in [name] + found for old, new in SPELLINGS if old in base.split()]
    found.append(name.replace("-", " "))
    unique = {}
    for alias in found:
        unique.setdefault(alias.lower(), alias)
    unique.pop(name.lower(), None)
    return list(unique.values())


def distinct_aliases(regions, known):
    """Aliases per region, without any that is the official name of another region in the list."""
    names = {region["nama"].lower() for region in regions}
    return {
        region["kode_kemendagri"]: "|".join(
            alias for alias in aliases(region["nama"], known(region))
            if alias.lower() not in names)
        for region in regions
    }


# Regions


def regency_row(regency):
    kind, name = regency["nama"].split(" ", 1)
    return {
        "code": regency["kode"],
        "name": name,
        "kind": kind.lower(),
        "province": regency["provinsi"],
        "area_km2": regency["luas_resmi_km2_BIG2024"],
        "population": regency["penduduk_kepmendagri_2025"],
        "voters_2024": regency["dpt_pemilu_2024"],
        "wajib_ktp": regency["wajib_ktp_resmi"],
        "kecamatan_count": regency["n_kecamatan"],
        "desa_count": regency["n_desa_kelurahan"],
        "time_zone": "Asia/Jakarta",
        "source": f"codes and population {DECREE}; area BIG December 2024; voters KPU 2024",
    }


def kecamatan_rows(districts):
    known = distinct_aliases(districts, lambda district: district["alias"])
    return [
        {
            "code": district["kode_kemendagri"],
            "name": district["nama"],
            "aliases": known[district["kode_kemendagri"]],
            "kind": "kecamatan",
            "bps_code": district["kode_bps"],
            "area_km2": district["luas_km2"],
            **district_population(district),
            **district_cardholders(district),
            "postcodes": district["kodepos"].replace(" ", "|"),
            "latitude": district["titik_dalam_lat"],
            "longitude": district["titik_dalam_lon"],
            "centroid_latitude": district["centroid_lat"],
            "centroid_longitude": district["centroid_lon"],
            "point_source": "polygon",
        }
        for district in districts
    ]


def district_population(district):
    """The register's own count where there is one; else the regency's, shared by polling stations."""
    if district["penduduk_sumber"].startswith("Disdukcapil"):
        return {
            "population": district["penduduk"],
            "population_source": "register: Disdukcapil Bandar Lampung 2023",
        }
    return {
        "population": district["penduduk_perkiraan_tps"],
        "population_source": f"estimate: regency population {DECREE} by share of 2024 polling stations",
    }


def district_cardholders(district):
    source = district["wajib_ktp_sumber"]
    if "resmi KPU" in source:
        english = "proxy: registered voters 2024, KPU Kabupaten Bekasi"
    elif source.startswith("proksi"):
        english = "estimate: regency's registered voters 2024 by share of polling stations"
    else:
        english = "estimate: age groups of Disdukcapil Bandar Lampung 2023, 17 years and older"
    return {"wajib_ktp": district["wajib_ktp"], "wajib_ktp_source": english}


def desa_rows(villages, districts):
    district_of = {row["code"]: row for row in districts}
    stations = {}
    for village in villages:
        code = village["kode_kecamatan"]
        stations[code] = stations.get(code, 0) + int(village["tps_2024"])
    rows = []
    for code, district in sorted(district_of.items()):
        members = [village for village in villages if village["kode_kecamatan"] == code]
        known = distinct_aliases(members, lambda village: "")
        populations = shares(
            int(district["population"]), [int(village["tps_2024"]) for village in members])
        for village, population in zip(members, populations):
            rows.append({
                "code": village["kode_kemendagri"],
                "name": village["nama"],
                "aliases": known[village["kode_kemendagri"]],
                "kind": village["jenis"],
                "kecamatan_code": code,
                "population": population,
                "population_source":
                    "estimate: kecamatan population by share of 2024 polling stations",
                "postcodes": village["kodepos"],
                **village_place(village, district, rows),
            })
    share_parents_area(rows)
    return rows


def shares(total, weights):
    """`total` split in whole numbers by `weights`, the largest remainders first."""
    exact = [total * weight / sum(weights) for weight in weights]
    whole = [int(value) for value in exact]
    order = sorted(range(len(exact)), key=lambda index: (whole[index] - exact[index], index))
    for index in order[:total - sum(whole)]:
        whole[index] += 1
    return whole


def village_place(village, district, placed):
    """The point and area from the polygon; without one, a point of the kecamatan and no area yet.

    Such a village was split off after the polygons were drawn. Its point is the kecamatan's own, or
    the kecamatan's centroid if a sibling already took that.
    """
    if village["n_poligon"] != "0":
        return {
            "area_km2": village["luas_km2"],
            "latitude": village["titik_dalam_lat"],
            "longitude": village["titik_dalam_lon"],
            "centroid_latitude": village["centroid_lat"],
            "centroid_longitude": village["centroid_lon"],
            "point_source": "polygon",
        }
    taken = {(row["latitude"], row["longitude"]) for row in placed}
    point = (district["latitude"], district["longitude"])
    if point in taken:
        point = (district["centroid_latitude"], district["centroid_longitude"])
    return {
        "area_km2": None,
        "latitude": point[0],
        "longitude": point[1],
        "centroid_latitude": point[0],
        "centroid_longitude": point[1],
        "point_source": "estimate",
    }


def share_parents_area(villages):
    """Gives each village without a polygon its part, by people, of the assumed parent's polygon."""
    for village in villages:
        if village["area_km2"] is None:
            parent = assumed_parent(village, villages)
            whole = float(parent["area_km2"])
            area = whole * village["population"] / (village["population"] + parent["population"])
            village["area_km2"] = f"{area:.4f}"
            parent["area_km2"] = f"{whole - area:.4f}"


def assumed_parent(village, villages):
    """The nearest village of the kecamatan that has a polygon."""
    siblings = [
        other for other in villages
        if other["kecamatan_code"] == village["kecamatan_code"]
        and other["point_source"] == "polygon"]
    return min(siblings, key=lambda other: (metres_between(village, other), other["code"]))


# Neighbours


def neighbour_rows(pairs, villages):
    desa = [
        {
            "level": "desa", "code_a": pair["kode_a"], "code_b": pair["kode_b"],
            "border_metres": int(pair["panjang_batas_m"]), "source": "polygon",
        }
        for pair in pairs
    ]
    desa += [
        estimated_neighbour(village, villages)
        for village in villages if village["point_source"] == "estimate"]
    borders = {}
    for pair in desa:
        ends = tuple(sorted((pair["code_a"][:8], pair["code_b"][:8])))
        if ends[0] != ends[1]:
            borders[ends] = borders.get(ends, 0) + pair["border_metres"]
    kecamatan = [
        {
            "level": "kecamatan", "code_a": first, "code_b": second,
            "border_metres": metres, "source": "polygon",
        }
        for (first, second), metres in borders.items()
    ]
    return (sorted(kecamatan, key=lambda row: (row["code_a"], row["code_b"]))
            + sorted(desa, key=lambda row: (row["code_a"], row["code_b"])))


def estimated_neighbour(village, villages):
    """A village without a polygon borders at least its parent."""
    parent = assumed_parent(village, villages)
    first, second = sorted((village["code"], parent["code"]))
    return {
        "level": "desa", "code_a": first, "code_b": second, "border_metres": 0,
        "source": "estimate"}


def metres_between(first, second):
    east = float(second["longitude"]) - float(first["longitude"])
    north = float(second["latitude"]) - float(first["latitude"])
    return METRES_PER_DEGREE * hypot(east * cos(radians(float(first["latitude"]))), north)


# Holidays, names and streets


def holiday_rows(holidays):
    kinds = {"libur_nasional": "national", "cuti_bersama": "joint_leave"}
    statuses = {"tetap": "decreed", "perkiraan": "expected"}
    return [
        {
            "date": holiday["tanggal"], "kind": kinds[holiday["jenis"]],
            "name": holiday["nama"], "status": statuses[holiday["status"]],
        }
        for holiday in sorted(holidays, key=lambda row: (row["tanggal"], row["nama"]))
    ]


def people_rows(people):
    parts = {"depan": "given", "belakang": "family", "keluarga": "family"}
    genders = {"L": "male", "P": "female", "LP": "any"}
    rows = {
        (parts[row["bagian"]], genders[row["kelamin"]], row["nama"].strip()): row["sumber"]
        for row in people
    }
    return [
        {"part": part, "gender": gender, "name": name, "source": rows[part, gender, name]}
        for part, gender, name in sorted(rows)
    ]


def write_regency(folder, regency, districts, villages, pairs):
    write(folder / "regency.csv", list(regency_row(regency)), [regency_row(regency)])
    kecamatan = kecamatan_rows(districts)
    write(folder / "kecamatan.csv", list(kecamatan[0]), kecamatan)
    desa = desa_rows(villages, kecamatan)
    columns = """
        code name aliases kind kecamatan_code area_km2 population population_source postcodes
        latitude longitude centroid_latitude centroid_longitude point_source
    """.split()
    write(folder / "desa.csv", columns, desa)
    neighbours = neighbour_rows(pairs, desa)
    write(folder / "neighbours.csv", list(neighbours[0]), neighbours)


def main():
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    tables = Path(sys.argv[1])
    maps = Path(sys.argv[2]) if len(sys.argv) == 3 else Path(__file__).parents[1] / "maps"
    districts = read(tables / "kecamatan.csv")
    villages = read(tables / "kelurahan_desa.csv")
    pairs = read(tables / "kelurahan_ketetanggaan.csv")
    for regency in read(tables / "kabkota.csv"):
        code = regency["kode"]
        write_regency(
            maps / FOLDERS[code], regency,
            [row for row in districts if row["kode_kabkota"] == code],
            [row for row in villages if row["kode_kabkota"] == code],
            [row for row in pairs if row["kode_a"].startswith(code)])
    write(maps / "holidays.csv", ["date", "kind", "name", "status"],
          holiday_rows(read(tables / "hari_libur_2024-2027.csv")))
    write(maps / "names" / "people.csv", ["part", "gender", "name", "source"],
          people_rows(read(tables / "nama_orang.csv")))
    write(maps / "names" / "streets.csv", ["theme", "name"],
          [{"theme": theme, "name": name} for theme, names in STREETS.items() for name in names])


if __name__ == "__main__":
    main()
