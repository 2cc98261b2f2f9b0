"""Street names of a made-up but typical Indonesian town, by theme; used by make-maps.py."""

STREETS = {
    theme: [name.strip() for name in names.split(",")]
    for theme, names in {
        "hero": """
            Jenderal Sudirman, Jenderal Ahmad Yani, Jenderal Gatot Subroto, Letjen S. Parman,
            Letjen M.T. Haryono, Mayjen Sutoyo, Mayjen D.I. Panjaitan, Brigjen Katamso,
            Kapten Pierre Tendean, Pangeran Diponegoro, Imam Bonjol, Teuku Umar, Cut Nyak Dien,
            Cut Meutia, Raden Ajeng Kartini, Dewi Sartika, Sultan Agung, Sultan Hasanuddin,
            Pangeran Antasari, Kapitan Pattimura, Sisingamangaraja, Ki Hajar Dewantara,
            Kiai Haji Ahmad Dahlan, Kiai Haji Hasyim Asyari, Haji Agus Salim, Haji Juanda,
            Hang Tuah, Gajah Mada, Hayam Wuruk, Raden Intan, Wolter Monginsidi, Yos Sudarso,
            Urip Sumoharjo, Otto Iskandardinata, W.R. Supratman, Chairil Anwar, Dokter Sutomo,
            Dokter Cipto Mangunkusumo, Wahid Hasyim, Mohammad Yamin
            """,
        "flower": """
            Anggrek, Mawar, Melati, Kenanga, Cempaka, Dahlia, Flamboyan, Teratai, Kamboja,
            Bougenville, Seruni, Sedap Malam, Tulip, Kemuning, Aster, Soka, Nusa Indah,
            Wijaya Kusuma, Alamanda, Lavender
            """,
        "fruit": """
            Mangga, Rambutan, Manggis, Duku, Durian, Jambu, Nangka, Salak, Sawo, Belimbing,
            Sirsak, Kedondong, Alpukat, Kelengkeng, Delima, Markisa, Pisang, Pepaya
            """,
        "tree": """
            Cemara, Mahoni, Jati, Beringin, Akasia, Cendana, Meranti, Damar, Pinus, Angsana,
            Ketapang, Trembesi, Bambu Kuning, Kelapa Gading, Kayu Manis, Cengkeh, Pala, Randu
            """,
        "bird": """
            Merpati, Kutilang, Kenari, Garuda, Rajawali, Elang, Cendrawasih, Merak, Camar, Jalak,
            Nuri, Perkutut, Walet, Murai, Gelatik
            """,
        "mountain": """
            Merapi, Semeru, Rinjani, Kerinci, Krakatau, Bromo, Merbabu, Slamet, Galunggung, Dempo,
            Tanggamus, Singgalang
            """,
        "river": """
            Musi, Batanghari, Citarum, Brantas, Kapuas, Mahakam, Bengawan Solo, Asahan, Serayu,
            Way Sekampung
            """,
        "island": """
            Sumatra, Jawa, Bali, Lombok, Sumbawa, Flores, Sulawesi, Madura, Bangka, Belitung,
            Nias, Seram
            """,
        "virtue": """
            Merdeka, Proklamasi, Pancasila, Pahlawan, Pemuda, Veteran, Kemerdekaan, Persatuan,
            Bhakti, Gotong Royong, Sejahtera, Harapan
            """,
        "place": """
            Masjid, Pasar Lama, Stasiun, Balai Desa, Pelabuhan, Kebun Raya, Lapangan, Sekolah,
            Puskesmas, Sawah Besar, Tanggul, Irigasi
            """,
    }.items()
}
