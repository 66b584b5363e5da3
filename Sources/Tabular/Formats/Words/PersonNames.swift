/// Common French given names and surnames, folded: a share of them in a column tells that it holds names.
enum PersonNames {
  static let first = """
    jean marie pierre michel andre philippe rene louis alain jacques bernard marcel daniel roger robert paul
    claude christian henri georges nicolas francois patrick gerard christophe joseph julien maurice laurent
    frederic eric david stephane pascal sebastien alexandre thierry olivier thomas antoine raymond guy
    dominique charles didier yves guillaume maxime vincent serge kevin bruno gilbert lucas hugo romain gabriel
    arthur jules emmanuel mathieu franck lucien mathis nathan enzo clement leo louise quentin benjamin anthony
    jeremy mickael fabrice adrien florian gilles cedric ludovic herve jerome benoit damien fabien albert
    fernand emile edouard roland arnaud raphael adam noah ethan sacha tom liam gabin timeo noe theo axel
    victor martin eliott malo yanis samuel mael aaron marius isaac ismael mohamed mehdi rayan ibrahim amine
    karim rachid said ali ahmed youssef omar hassan hamza bilal sofiane nabil farid khalid mustapha abdel
    samir kamel moussa mamadou amadou ousmane abdoulaye yann erwan gwenael ronan loic alan tanguy goulven mael
    yannick yvon yannis corentin tristan titouan evan dylan ryan jordan steven logan killian matteo diego luca
    angelo mario antonio manuel jose carlos luis miguel fernando joao rui paulo pedro juan sergio marco
    giovanni gaston leon augustin basile joachim gustave eugene ernest alphonse auguste leopold ferdinand
    armand edmond edgar oscar achille aime alfred anatole anselme aristide arsene barthelemy bastien baptiste
    blaise boris brice camille casimir celestin cesar cyprien cyril cyrille denis desire donatien elie eloi
    ernesto etienne fabrizio felix firmin florent francis gael gaetan gauthier gautier geoffrey geoffroy
    germain ghislain gregoire gregory hadrien hector hilaire honore hubert hugues igor jeremie joel johan
    johnny jonas jonathan jocelyn josselin julian justin lambert laurence leandre lilian lionel loris luc
    ludwig marc marceau marin mathias matthias matthieu maximilien medard morgan nathanael nino norbert octave
    pablo pacome papa parfait pascale patrice regis remi remy renaud richard robin rodolphe rodrigue romaric
    ruben samy sandro simon stanislas sylvain sylvestre teddy theophile thibaud thibault thibaut timothee tony
    tiago ugo ulysse urbain valentin valere valery victorien vivien wilfried william xavier yoann yohan yohann
    zacharie jeanne francoise monique catherine nathalie isabelle jacqueline sylvie martine madeleine nicole
    anne suzanne helene christine marguerite denise christiane therese valerie sandrine stephanie veronique
    sophie chantal celine nathaly odette germaine brigitte julie cecile emma aurelie elodie laetitia caroline
    virginie lea manon chloe ines jade alice lola sarah clara camille juliette eva lina mila rose ambre anna
    agathe romane charlotte zoe mathilde pauline marine laura oceane marion lucie amelie melanie emilie claire
    audrey estelle delphine karine corinne patricia annie annick josette yvette simone ginette paulette
    colette huguette raymonde renee lucienne georgette andree fernande henriette yvonne marcelle genevieve
    elisabeth beatrice agnes florence laurence muriel severine sabrina sonia nadia fatima khadija aicha malika
    samira karima naima yasmine leila nora soraya zineb fatou aminata mariam fatoumata awa maelys maelle
    gwenaelle gwendoline solene solenn nolwenn rozenn enora maiwenn bleuenn soizic katell morgane maeva oriane
    orlane lena elena elsa nina mia lou lison capucine apolline margaux margot adele victoire victoria
    constance eleonore eugenie josephine leonie leontine leopoldine louane louna luna maya melina melissa
    noemie noelie olivia ophelie perrine rachel rebecca salome sara savannah segolene servane sidonie sixtine
    stella suzon sybille sylvia tatiana thais tiphaine valentine vanessa violette viviane wendy yaelle yolande
    zelie adeline adriana adrienne albertine alexandra alexia alicia aline alison alix amandine ana anais
    anastasia andrea angele angelina angelique annabelle annette anouk antoinette ariane armelle arlette assia
    astrid astou aude augustine aurore axelle barbara benedicte berangere bernadette berthe blanche bertille
    candice carine carla carole cassandra celestine celia chiara chrystelle cindy claudette claudine clarisse
    clemence clementine clothilde coline coralie cristina cynthia dalila danielle deborah diane dorothee edith
    edwige elea eliane elina elisa elise eloise emeline emilienne emmanuelle ernestine esther eugenia eulalie
    evelyne faustine fabienne fanny felicie fiona flavie fleur flora flore floriane francine frederique
    gabrielle gaelle georgina germana ghislaine gilberte giselle gisele gladys gloria guylaine hanna hannah
    heloise hermine hortense ida irene iris irma isabella isaline jacinthe janine jasmine jeannine jennifer
    jessica joanna jocelyne joelle johanna josiane josseline joyce judith juliana justine karen kelly khadidja
    kim laure laurene laurie laurine leana leslie liana liliane lila lily lilou linda lisa lise lorene
    lorraine louisa louisette lucette lucile ludivine lydia lydie lyna lya mado magali maguy maite manuela
    marcelline margarita margerie maria marianne marie-claude mariette marilyne marina marlene martha marthe
    maryline maryse maryvonne maud mauricette melodie meline micheline michele michelle mireille mona muguette
    myriam mylene nadege nadine naomi natacha nelly nicolette ninon noelle odile odile olga olympe pascaline
    paula philippine philomene pierrette priscilla prune prudence quitterie rania raphaelle regine reine rita
    roberte rolande romy roseline rosalie rosa roxane roxanne sabine sandra sandy savine selma shirley sibylle
    sofia solange soline stephanie suzette sylviane tess theodora theodorine tania vera victorine wanda yael
    zohra zoé gwladys marjorie maryam
    """

  static let last = """
    martin,bernard,thomas,petit,robert,richard,durand,dubois,moreau,laurent,simon,michel,lefebvre,leroy,roux,
    david,bertrand,morel,fournier,girard,bonnet,dupont,lambert,fontaine,rousseau,vincent,muller,lefevre,faure,
    andre,mercier,blanc,guerin,boyer,garnier,chevalier,francois,legrand,gauthier,garcia,perrin,robin,clement,
    morin,nicolas,henry,roussel,mathieu,gautier,masson,marchand,duval,denis,dumont,marie,lemaire,noel,meyer,
    dufour,meunier,brun,blanchard,giraud,joly,riviere,lucas,brunet,gaillard,barbier,arnaud,martinez,gerard,
    roche,renard,schmitt,roy,leroux,colin,vidal,caron,picard,roger,fabre,aubert,lemoine,renaud,dumas,lacroix,
    olivier,philippe,bourgeois,pierre,benoit,rey,leclerc,payet,rolland,leclercq,guillaume,lecomte,lopez,jean,
    dupuy,guillot,hubert,berger,carpentier,sanchez,dupuis,moulin,louis,deschamps,huet,vasseur,perez,boucher,
    fleury,royer,klein,jacquet,adam,paris,poirier,marty,aubry,guyot,carre,charles,renault,charpentier,menard,
    maillard,baron,bertin,bailly,herve,schneider,fernandez,le gall,collet,leger,bouvier,julien,prevost,millet,
    perrot,daniel,le roux,cousin,germain,breton,besson,langlois,remy,le goff,pelletier,leveque,perrier,
    leblanc,barre,lebrun,marchal,weber,mallet,hamon,boulanger,jacob,monnier,michaud,rodriguez,guichard,gillet,
    etienne,grondin,poulain,tessier,chevallier,collin,chauvin,da silva,bouchet,gay,lemaitre,benard,marechal,
    humbert,reynaud,antoine,hoarau,perret,barthelemy,cordier,pichon,lejeune,gilbert,lamy,delaunay,pasquier,
    carlier,laporte,gros,buisson,briand,alexandre,georges,langlais,coulon,dijoux,maury,bazin,boutin,voisin,
    raynaud,hebert,evrard,le bihan,le bras,le corre,le floch,le guen,le meur,le berre,le borgne,le breton,
    le brun,le coz,le dantec,le doare,le guennec,le moal,le moigne,le nair,le pape,le quere,le roy,le saux,
    le tallec,legoff,riou,kerdoncuff,kervella,quere,guillou,guivarch,cariou,caradec,corre,jaouen,jezequel,
    madec,morvan,nedelec,prigent,quemener,rannou,tanguy,kerneis,gourmelon,hascoet,lagadec,salaun,thepaut,
    ollivier,rault,le guillou,le gac,le scouarnec,benali,benaissa,benmansour,bensaid,belkacem,bouzid,brahimi,
    cherif,dahmani,djebbar,ferhat,ghezali,haddad,hamdi,khelifi,mansouri,messaoudi,meziane,ouali,rahmani,saadi,
    slimani,toumi,zerrouki,ziani,traore,diallo,diop,ndiaye,fall,sow,ba,sy,coulibaly,konate,keita,camara,cisse,
    diarra,kone,toure,sarr,gueye,nguyen,tran,pham,le van,huynh,dos santos,ferreira,pereira,rodrigues,
    fernandes,goncalves,da costa,gomes,martins,lopes,silva,santos,oliveira,alves,ribeiro,teixeira,correia,
    carvalho,pinto,moreira,neves,marques,gonzalez,hernandez,gomez,diaz,ruiz,torres,ramos,romero,alonso,
    navarro,gil,serrano,molina,ortiz,castro,rossi,ferrari,esposito,bianchi,romano,colombo,ricci,marino,greco,
    gallo,conti,costa,giordano,mancini,rizzo,lombardi,moretti,fischer,schmidt,wagner,becker,hoffmann,keller,
    zimmermann,kieffer,wolff,schwartz,kaiser,lang,koch,bauer,jung,arnould,auger,barbe,bardin,baudry,beaumont,
    bellanger,berthelot,besnard,bigot,bisson,blin,blondel,bodin,boivin,bonneau,bonnin,bossard,boucard,
    bouillon,bourdon,bousquet,boutet,bouvet,briere,brossard,bruneau,buffet,cadet,camus,cartier,castel,chapuis,
    charrier,chartier,chatelain,chauvet,chevrier,claude,constant,cornu,costes,cottin,couturier,cros,daumas,
    delage,delahaye,delannoy,delattre,delmas,delorme,descamps,devaux,didier,dore,doucet,drouet,drouin,
    dubreuil,duchemin,duclos,ducrocq,dufresne,duhamel,dujardin,dumoulin,duprat,dupre,durant,dutertre,ferrand,
    ferry,fischer,flament,forest,foucher,fouquet,fournel,gaudin,gaultier,gervais,gibert,gicquel,gilles,
    girault,godard,gomez,gosselin,goujon,grand,granger,grenier,gregoire,guerrier,guibert,guilbert,guillemin,
    guillet,guilloux,guyon,hardy,hemery,hoareau,imbert,jacques,jacquin,jamet,janvier,jolivet,joubert,jourdan,
    laborde,labbe,lacombe,lacoste,lafon,lagarde,lallemand,laine,lavergne,lebon,lebreton,lecoq,ledoux,lefort,
    lelievre,lelong,lemonnier,lenoir,lepage,leroi,lesage,letellier,levasseur,levy,loiseau,lombard,mace,
    maillot,marechal,marin,marion,marquet,martel,martineau,mary,mathis,maurice,merle,michelet,mignot,millot,
    monier,montagne,morand,moreno,mouton,neveu,normand,pages,paul,peltier,pereira,perron,petitjean,pineau,
    pinson,poncet,pons,pottier,poulet,prigent,pruvost,raymond,regnier,renou,rigaud,rocher,rossignol,rouxel,
    royer,sabatier,salmon,samson,sauvage,schmit,seguin,serre,simonet,soulier,tellier,texier,thibault,thierry,
    tournier,valentin,vallee,vallet,vaillant,verdier,vial,vigneron,villard,vivier,wolf
    """
}
