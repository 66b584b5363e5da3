/// A country or territory of ISO 3166-1 with its French names.
struct Country: Sendable {
  let alpha2: String
  let alpha3: String
  let numeric: String
  /// French names, separated by `|`.
  let names: String
}

/// The countries of ISO 3166-1.
enum Countries {
  static let all: [Country] = table.split(whereSeparator: { $0 == ";" || $0 == "\n" }).compactMap { entry in
    let parts = entry.split(separator: "/", maxSplits: 3).map(String.init)
    guard parts.count == 4 else { return nil }
    return Country(alpha2: parts[0], alpha3: parts[1], numeric: parts[2], names: parts[3])
  }

  private static let table = """
    AF/AFG/004/Afghanistan;ZA/ZAF/710/Afrique du Sud;AX/ALA/248/Îles Åland;AL/ALB/008/Albanie
    DZ/DZA/012/Algérie;DE/DEU/276/Allemagne;AD/AND/020/Andorre;AO/AGO/024/Angola;AI/AIA/660/Anguilla
    AQ/ATA/010/Antarctique;AG/ATG/028/Antigua-et-Barbuda;SA/SAU/682/Arabie saoudite;AR/ARG/032/Argentine
    AM/ARM/051/Arménie;AW/ABW/533/Aruba;AU/AUS/036/Australie;AT/AUT/040/Autriche;AZ/AZE/031/Azerbaïdjan
    BS/BHS/044/Bahamas;BH/BHR/048/Bahreïn;BD/BGD/050/Bangladesh;BB/BRB/052/Barbade
    BY/BLR/112/Biélorussie|Bélarus;BE/BEL/056/Belgique;BZ/BLZ/084/Belize;BJ/BEN/204/Bénin;BM/BMU/060/Bermudes
    BT/BTN/064/Bhoutan;BO/BOL/068/Bolivie;BQ/BES/535/Bonaire;BA/BIH/070/Bosnie-Herzégovine
    BW/BWA/072/Botswana;BV/BVT/074/Île Bouvet;BR/BRA/076/Brésil;BN/BRN/096/Brunei;BG/BGR/100/Bulgarie
    BF/BFA/854/Burkina Faso;BI/BDI/108/Burundi;CV/CPV/132/Cap-Vert;KY/CYM/136/Îles Caïmans
    KH/KHM/116/Cambodge;CM/CMR/120/Cameroun;CA/CAN/124/Canada
    CF/CAF/140/République centrafricaine|Centrafrique;CL/CHL/152/Chili;CN/CHN/156/Chine
    CX/CXR/162/Île Christmas;CY/CYP/196/Chypre;CC/CCK/166/Îles Cocos;CO/COL/170/Colombie;KM/COM/174/Comores
    CG/COG/178/Congo|République du Congo;CD/COD/180/République démocratique du Congo;CK/COK/184/Îles Cook
    KR/KOR/410/Corée du Sud;KP/PRK/408/Corée du Nord;CR/CRI/188/Costa Rica;CI/CIV/384/Côte d'Ivoire
    HR/HRV/191/Croatie;CU/CUB/192/Cuba;CW/CUW/531/Curaçao;DK/DNK/208/Danemark;DJ/DJI/262/Djibouti
    DO/DOM/214/République dominicaine;DM/DMA/212/Dominique;EG/EGY/818/Égypte;SV/SLV/222/Salvador|El Salvador
    AE/ARE/784/Émirats arabes unis;EC/ECU/218/Équateur;ER/ERI/232/Érythrée;ES/ESP/724/Espagne
    EE/EST/233/Estonie;US/USA/840/États-Unis|États-Unis d'Amérique|USA;ET/ETH/231/Éthiopie
    FK/FLK/238/Îles Malouines;FO/FRO/234/Îles Féroé;FJ/FJI/242/Fidji;FI/FIN/246/Finlande;FR/FRA/250/France
    GA/GAB/266/Gabon;GM/GMB/270/Gambie;GE/GEO/268/Géorgie;GS/SGS/239/Géorgie du Sud;GH/GHA/288/Ghana
    GI/GIB/292/Gibraltar;GR/GRC/300/Grèce;GD/GRD/308/Grenade;GL/GRL/304/Groenland;GP/GLP/312/Guadeloupe
    GU/GUM/316/Guam;GT/GTM/320/Guatemala;GG/GGY/831/Guernesey;GN/GIN/324/Guinée;GW/GNB/624/Guinée-Bissau
    GQ/GNQ/226/Guinée équatoriale;GY/GUY/328/Guyana;GF/GUF/254/Guyane française;HT/HTI/332/Haïti
    HM/HMD/334/Îles Heard-et-MacDonald;HN/HND/340/Honduras;HK/HKG/344/Hong Kong;HU/HUN/348/Hongrie
    IM/IMN/833/Île de Man;UM/UMI/581/Îles mineures éloignées;VG/VGB/092/Îles Vierges britanniques
    VI/VIR/850/Îles Vierges américaines;IN/IND/356/Inde;ID/IDN/360/Indonésie;IR/IRN/364/Iran;IQ/IRQ/368/Irak
    IE/IRL/372/Irlande;IS/ISL/352/Islande;IL/ISR/376/Israël;IT/ITA/380/Italie;JM/JAM/388/Jamaïque
    JP/JPN/392/Japon;JE/JEY/832/Jersey;JO/JOR/400/Jordanie;KZ/KAZ/398/Kazakhstan;KE/KEN/404/Kenya
    KG/KGZ/417/Kirghizistan;KI/KIR/296/Kiribati;KW/KWT/414/Koweït;LA/LAO/418/Laos;LS/LSO/426/Lesotho
    LV/LVA/428/Lettonie;LB/LBN/422/Liban;LR/LBR/430/Liberia;LY/LBY/434/Libye;LI/LIE/438/Liechtenstein
    LT/LTU/440/Lituanie;LU/LUX/442/Luxembourg;MO/MAC/446/Macao;MK/MKD/807/Macédoine du Nord|Macédoine
    MG/MDG/450/Madagascar;MY/MYS/458/Malaisie;MW/MWI/454/Malawi;MV/MDV/462/Maldives;ML/MLI/466/Mali
    MT/MLT/470/Malte;MP/MNP/580/Îles Mariannes du Nord;MA/MAR/504/Maroc;MH/MHL/584/Îles Marshall
    MQ/MTQ/474/Martinique;MU/MUS/480/Maurice|Île Maurice;MR/MRT/478/Mauritanie;YT/MYT/175/Mayotte
    MX/MEX/484/Mexique;FM/FSM/583/Micronésie;MD/MDA/498/Moldavie;MC/MCO/492/Monaco;MN/MNG/496/Mongolie
    ME/MNE/499/Monténégro;MS/MSR/500/Montserrat;MZ/MOZ/508/Mozambique;MM/MMR/104/Birmanie|Myanmar
    NA/NAM/516/Namibie;NR/NRU/520/Nauru;NP/NPL/524/Népal;NI/NIC/558/Nicaragua;NE/NER/562/Niger
    NG/NGA/566/Nigeria;NU/NIU/570/Niue;NF/NFK/574/Île Norfolk;NO/NOR/578/Norvège
    NC/NCL/540/Nouvelle-Calédonie;NZ/NZL/554/Nouvelle-Zélande;OM/OMN/512/Oman;UG/UGA/800/Ouganda
    UZ/UZB/860/Ouzbékistan;PK/PAK/586/Pakistan;PW/PLW/585/Palaos;PS/PSE/275/Palestine;PA/PAN/591/Panama
    PG/PNG/598/Papouasie-Nouvelle-Guinée;PY/PRY/600/Paraguay;NL/NLD/528/Pays-Bas;PE/PER/604/Pérou
    PH/PHL/608/Philippines;PN/PCN/612/Îles Pitcairn;PL/POL/616/Pologne;PF/PYF/258/Polynésie française
    PR/PRI/630/Porto Rico;PT/PRT/620/Portugal;QA/QAT/634/Qatar;RE/REU/638/La Réunion;RO/ROU/642/Roumanie
    GB/GBR/826/Royaume-Uni|Grande-Bretagne;RU/RUS/643/Russie|Fédération de Russie;RW/RWA/646/Rwanda
    EH/ESH/732/Sahara occidental;BL/BLM/652/Saint-Barthélemy;KN/KNA/659/Saint-Christophe-et-Niévès
    SM/SMR/674/Saint-Marin;MF/MAF/663/Saint-Martin;SX/SXM/534/Sint Maarten
    PM/SPM/666/Saint-Pierre-et-Miquelon;VA/VAT/336/Vatican;VC/VCT/670/Saint-Vincent-et-les-Grenadines
    SH/SHN/654/Sainte-Hélène;LC/LCA/662/Sainte-Lucie;SB/SLB/090/Îles Salomon;WS/WSM/882/Samoa
    AS/ASM/016/Samoa américaines;ST/STP/678/Sao Tomé-et-Principe;SN/SEN/686/Sénégal;RS/SRB/688/Serbie
    SC/SYC/690/Seychelles;SL/SLE/694/Sierra Leone;SG/SGP/702/Singapour;SK/SVK/703/Slovaquie
    SI/SVN/705/Slovénie;SO/SOM/706/Somalie;SD/SDN/729/Soudan;SS/SSD/728/Soudan du Sud;LK/LKA/144/Sri Lanka
    SE/SWE/752/Suède;CH/CHE/756/Suisse;SR/SUR/740/Suriname;SJ/SJM/744/Svalbard;SZ/SWZ/748/Eswatini|Swaziland
    SY/SYR/760/Syrie;TJ/TJK/762/Tadjikistan;TW/TWN/158/Taïwan;TZ/TZA/834/Tanzanie;TD/TCD/148/Tchad
    CZ/CZE/203/Tchéquie|République tchèque;TF/ATF/260/Terres australes françaises
    IO/IOT/086/Territoire britannique de l'océan Indien;TH/THA/764/Thaïlande;TL/TLS/626/Timor oriental
    TG/TGO/768/Togo;TK/TKL/772/Tokelau;TO/TON/776/Tonga;TT/TTO/780/Trinité-et-Tobago;TN/TUN/788/Tunisie
    TM/TKM/795/Turkménistan;TC/TCA/796/Îles Turques-et-Caïques;TR/TUR/792/Turquie;TV/TUV/798/Tuvalu
    UA/UKR/804/Ukraine;UY/URY/858/Uruguay;VU/VUT/548/Vanuatu;VE/VEN/862/Venezuela;VN/VNM/704/Viêt Nam|Vietnam
    WF/WLF/876/Wallis-et-Futuna;YE/YEM/887/Yémen;ZM/ZMB/894/Zambie;ZW/ZWE/716/Zimbabwe
    """
}

extension Countries {
  static let numericCodes: Set<UInt16> = Set(all.compactMap { UInt16($0.numeric) })
}
