/// The names of the regions and départements of France.
enum PlaceNames {
  /// Regions since 2016, those before, and the collectivities overseas.
  static let regions = """
    Auvergne-Rhône-Alpes,Bourgogne-Franche-Comté,Bretagne,Centre-Val de Loire,Corse,Grand Est,Guadeloupe,
    Guyane,Hauts-de-France,Île-de-France,La Réunion,Martinique,Mayotte,Normandie,Nouvelle-Aquitaine,Occitanie,
    Pays de la Loire,Provence-Alpes-Côte d'Azur,Alsace,Aquitaine,Auvergne,Basse-Normandie,Bourgogne,Centre,
    Champagne-Ardenne,Franche-Comté,Haute-Normandie,Languedoc-Roussillon,Limousin,Lorraine,Midi-Pyrénées,
    Nord-Pas-de-Calais,Picardie,Poitou-Charentes,Rhône-Alpes,Réunion,PACA
    """

  static let departments = """
    Ain,Aisne,Allier,Alpes-de-Haute-Provence,Hautes-Alpes,Alpes-Maritimes,Ardèche,Ardennes,Ariège,Aube,Aude,
    Aveyron,Bouches-du-Rhône,Calvados,Cantal,Charente,Charente-Maritime,Cher,Corrèze,Corse-du-Sud,Haute-Corse,
    Côte-d'Or,Côtes-d'Armor,Creuse,Dordogne,Doubs,Drôme,Eure,Eure-et-Loir,Finistère,Gard,Haute-Garonne,Gers,
    Gironde,Hérault,Ille-et-Vilaine,Indre,Indre-et-Loire,Isère,Jura,Landes,Loir-et-Cher,Loire,Haute-Loire,
    Loire-Atlantique,Loiret,Lot,Lot-et-Garonne,Lozère,Maine-et-Loire,Manche,Marne,Haute-Marne,Mayenne,
    Meurthe-et-Moselle,Meuse,Morbihan,Moselle,Nièvre,Nord,Oise,Orne,Pas-de-Calais,Puy-de-Dôme,
    Pyrénées-Atlantiques,Hautes-Pyrénées,Pyrénées-Orientales,Bas-Rhin,Haut-Rhin,Rhône,Haute-Saône,
    Saône-et-Loire,Sarthe,Savoie,Haute-Savoie,Paris,Seine-Maritime,Seine-et-Marne,Yvelines,Deux-Sèvres,Somme,
    Tarn,Tarn-et-Garonne,Var,Vaucluse,Vendée,Vienne,Haute-Vienne,Vosges,Yonne,Territoire de Belfort,Essonne,
    Hauts-de-Seine,Seine-Saint-Denis,Val-de-Marne,Val-d'Oise,Guadeloupe,Martinique,Guyane,La Réunion,Mayotte,
    Saint-Pierre-et-Miquelon,Saint-Barthélemy,Saint-Martin,Wallis-et-Futuna,Polynésie française,
    Nouvelle-Calédonie,Réunion
    """
}
