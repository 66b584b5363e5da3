/// Names the demo is made of: streets, associations, firms, people.
///
/// None is anyone's.
enum Words {
  static let streets = [
    "rue des Tilleuls", "rue du Lavoir", "rue de la Fontaine", "place du Marché", "rue des Écoles",
    "rue du Moulin",
    "avenue de la Gare", "rue Haute", "rue Basse", "chemin des Vignes", "impasse du Puits", "rue de l'Église",
    "rue des Acacias", "route de Brindelle", "rue du Four", "allée des Peupliers", "rue du Pont",
    "rue des Jardins",
    "chemin de la Vive", "rue de la Forge", "place de la Mairie", "rue du Stade", "rue des Lilas",
    "rue du Cèdre",
    "quai de la Vive", "rue de la Tannerie", "chemin du Bois", "rue des Noyers", "rue de la Croix Blanche",
    "rue du Clos", "allée des Sources", "rue des Hirondelles", "rue de la Prairie", "chemin des Meuniers",
    "rue du Champ de Foire", "rue des Remparts", "cour des Halles", "rue de la Source", "rue des Cerisiers",
    "route d'Orvanne",
  ]

  static let familyNames = [
    "Arvinet", "Bessoleau", "Cadroux", "Delmarin", "Estivot", "Fauchelin", "Garandel", "Houssinet", "Jauvrin",
    "Kerdaloux", "Lamorinet", "Marvaudin", "Nogarel", "Orsillac", "Pradelloux", "Quintarel", "Roussignot",
    "Savarlin", "Tessonnet", "Urvillard", "Vauclinet", "Ysambart", "Zelvinet", "Bramonet", "Courvallin",
    "Dorsemagne", "Flavignot", "Grandorsel", "Lespinard", "Montaurel",
  ]

  static let firstNames = [
    "Camille", "Louise", "Jules", "Adèle", "Gabriel", "Inès", "Hugo", "Jeanne", "Léo", "Zoé", "Noé", "Alma",
    "Maël", "Lina", "Raphaël", "Agathe", "Sacha", "Élise", "Aaron", "Juliette", "Marius", "Léna", "Tiago",
    "Rose",
    "Ambroise", "Yasmine", "Loïc", "Capucine", "Malo", "Hélène",
  ]

  static let associations = [
    "Les Amis de la Vive", "Union sportive du Val d'Arpent", "Harmonie de Brindelle", "La Courte Échelle",
    "Comité des fêtes de Chaumussac", "Cyclo-club des Trois Moulins", "Les Jardins partagés de Fontmarelle",
    "Théâtre du Lavoir", "Secours et entraide du Val", "Club de lecture d'Orvanne", "École de musique du Val",
    "Judo-club arpentais", "Patrimoine et mémoire d'Écoussy", "Repair café de La Grélière",
    "Les Petits Meuniers", "Tennis-club d'Arpent", "Chorale Saint-Amadre", "Amicale des anciens du Val",
    "Basket-club de Fontmarelle", "Ciné-club des Halles", "Les Ruchers de la Vive", "Aide aux devoirs du Val",
    "Football-club brindellois", "Danse et mouvement", "La Recyclerie du Val", "Radio Val d'Arpent",
    "Accueil et partage", "Club d'échecs d'Arpent", "Randonneurs de la Vive", "Foyer rural de Chaumussac",
  ]

  static let firms = [
    "Travaux Publics Vaudrin", "Menuiserie Orselle", "Vive Énergie Services", "Cabinet Traverse & Plan",
    "Électricité Montarel", "Espaces Verts du Val", "Charpente Lourmet", "Imprimerie des Halles",
    "Solivert Nettoyage", "Hydratec Centre Val", "Numérique & Territoires", "Transports Belloy",
    "Restauration Pré Fleuri", "Mobilier Claire-Voie", "Assainissement Corvan", "Études Géo-Vive",
    "Chauffage Aldric", "Peinture Sérandon", "Sécurité Alto", "Papeterie du Marché",
  ]
}
