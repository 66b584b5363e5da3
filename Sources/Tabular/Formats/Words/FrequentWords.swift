/// Lists of French words that tell what a column holds.
enum CommonWords {
  static let civilities =
    "m,mr,mme,mlle,mm,mmes,monsieur,madame,mademoiselle,dr,docteur,me,maitre,mme ou m,m et mme,mme et m"

  static let streets = """
    rue avenue boulevard place chemin impasse allee allees route quai square cours passage sentier ruelle
    villa residence lotissement lieudit esplanade promenade faubourg venelle rond hameau bd av ave chem imp
    rte pl lot res mail traverse montee rocade voie sente clos cite zac zone
    """

  static let particles =
    "de du des le la les d l et en a au aux von van der ben el al dos da saint sainte st ste"

  static let notNames = """
    ecole college lycee maternelle primaire elementaire groupe scolaire gymnase stade salle piscine mairie
    hotel bibliotheque mediatheque musee theatre centre maison espace parc jardin square complexe foyer creche
    halte association assoc asso club amicale comite federation union syndicat societe sarl sas sa eurl sci
    scop fondation institut agence office service direction departement region commune communaute metropole
    ville conseil ministere prefecture universite hopital clinique pharmacie cabinet entreprise compagnie cie
    ensemble collectif cooperative mission mutuelle banque restaurant cafe bar boulangerie garage parking gare
    station arret eglise chapelle cimetiere pont port aeroport usine atelier ateliers boutique marche marches
    fete festival projet programme travaux achat fourniture prestation aide subvention fonctionnement
    investissement sport sports culture musique danse judo tennis football rugby basket handball natation
    cyclisme loisirs jeunes jeunesse enfants retraites anciens combattants parents eleves amis france francais
    francaise national nationale nord sud est ouest grand grande petit petite nouveau nouvelle rouge blanc
    vert bleu noir lot tranche budget section article chapitre compte produit produits charges total autres
    divers general generale public publique eau energie dechets environnement logement habitat transport
    transports voirie route securite sante social sociale education formation emploi economie tourisme
    agriculture urbanisme patrimoine
    """

  static let health = """
    allergie,allergies,allergique,asthme,asthmatique,diabete,diabetique,epilepsie,epileptique,handicap,
    handicape,handicapee,mdph,pai,autisme,autiste,tsa,tdah,dyslexie,dyslexique,maladie,malade,medicament,
    medicaments,traitement medical,hospitalise,hospitalisee,hospitalisation,cancer,vih,sida,depression,
    depressif,psychiatrie,psychiatrique,psychologue,anaphylactique,epipen,ventoline,insuline,aeeh,aah,ald,
    grossesse,enceinte,addiction,alcoolisme,toxicomanie,cecite,surdite,fauteuil roulant,intolerance,gluten,
    coeliaque,trisomie,vaccination
    """

  static let social = """
    rsa,quotient familial,allocataire,allocataires,surendettement,expulsion,divorce,divorcee,separee,
    aide sociale,tutelle,curatelle,impaye,impayes,placement,ase,famille monoparentale,sans abri,sdf,
    demandeur d asile,situation irreguliere,detention,condamnation,violences conjugales,violences,
    protection de l enfance
    """

  static let weekdays = """
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim monday tuesday wednesday
    thursday friday saturday sunday
    """

  static let months = """
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv jan fev fevr avr
    juil sept sep oct nov dec january february march april may june july august september october november
    december
    """

  static let sexes = "h,f,m,homme,femme,masculin,feminin,male,female,garcon,fille,homme femme,mixte,masc,fem"

  static let languages = """
    aa ab af am ar as ay az ba be bg bn bo br bs ca ce co cs cv cy da de dv dz el en eo es et eu fa fi fj fo
    fr fy ga gd gl gn gu gv ha he hi hr ht hu hy id ig is it iu ja jv ka kk kl km kn ko ku kw ky la lb ln lo
    lt lv mg mi mk ml mn mr ms mt my ne nl nn no oc or pa pl ps pt qu rm ro ru rw sa sc sd se sg si sk sl sm
    sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo
    za zh zu
    """
}
