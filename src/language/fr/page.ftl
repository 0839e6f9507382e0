page-skip = Aller au rapport
page-contents = Sommaire
page-try = Essayer d’autres chiffres
page-made-of = Fichiers et versions
page-made-of-files = Version, scénario, fichiers avec leurs empreintes, valeurs fixées en ligne de commande
page-central = cas central
page-central-case = cas central { $value }
page-chart = Graphique : { $title }
page-table = Tableau
page-numbers = Les chiffres de ce graphique
page-odd-people = { $name } : { $value }, c’est plus d’habitants que n’en compte la Terre.
page-odd-share = { $name } : { $value }, c’est plus de soldats que d’habitants.
page-odd-density = { $name } : { $value }, une densité humainement impossible.
page-unwatched = Le scénario n’est plus surveillé ; la page reste telle quelle.
page-rest = Phrases et tableaux
page-rest-charts = Graphiques qui ne suivent pas
page-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
page-footer = Calculé avec forcesize. Cette page ne charge rien et n’envoie rien.
page-moved = Chiffres modifiés
page-moved-none = Aucune donnée modifiée
page-moved-count = { $count ->
    [one] { $shown } donnée modifiée
   *[other] { $shown } données modifiées
}
page-moved-line = { $count } : { $list }. Ce qui porte la mention { $badge } ne suit pas.
page-reset-all = Tout réinitialiser
page-reset = Réinitialiser : { $label }
page-back = Revenir au cas central
page-reset-done = Toutes les données sont revenues au cas central.
page-no-script = Sans scripts, les chiffres ci-dessous sont ceux du cas central.
page-levers = Leviers : ce que décide le planificateur
page-uncertain = Incertain : ce que décident les circonstances
page-of-each = Par { $scope }
page-slider = { $label }, curseur
page-nothing-to-move = Ce scénario n’a aucune donnée à modifier.
page-range = { $range } ; cas central { $value }
page-range-share = aucune plage indiquée, donc 0 à { $high } ; cas central { $value }
page-range-free = aucune plage indiquée, donc d’un cinquième au quintuple : { $range } ; cas central { $value }
page-range-none = aucune plage indiquée ; cas central { $value }
page-results = Résultats
page-headlines = Chiffres clés
page-supply = Tenable face à la force proposée
page-sure = Degré de certitude : part des tirages
page-conditions = Conditions
page-condition = Condition
page-answer = Réponse
page-holds = remplie
page-fails = non remplie
page-required = Besoins face aux forces comptées
page-required-bars = Chaque barre va des forces que compte la méthode, au trait, à ce qu’elle demande ; plus à droite, c’est davantage. Échelle logarithmique.
page-method = Méthode
page-personnel = Effectif
page-margin = Marge
page-not-meant = (non conçue pour la finalité)
page-ratio = Ratio
page-take = Emporter ces chiffres
page-print = Imprimer ou enregistrer en PDF
page-command = La même chose en ligne de commande
page-copy = Copier avec --set
page-copied = La commande est copiée.
page-selected = La commande est sélectionnée : copiez-la au clavier.
page-scenario = Comme scénario à part, qui étend celui-ci
page-download = Télécharger scenario.toml
page-saving = { $file } est en cours d’enregistrement.
page-file-remark = Valeurs fixées à la main dans le rapport { $name } : elles restent fixes, sans plage.
page-file-beside = Placez ce fichier dans le dossier de celui qu’il étend.
page-file-assumed = fixé à la main dans le rapport
page-positive = doit être supérieur à zéro
page-non-negative = doit être supérieur ou égal à zéro
page-share = doit être compris entre 0 et 1 (100 %)
page-too-large = est trop grand
page-no-number = un nombre est attendu
page-sorted-up = Trié par { $head }, ordre croissant.
page-sorted-down = Trié par { $head }, ordre décroissant.
page-metrics = { $count ->
    [one] { $count } indicateur, avec sa formule, ses chiffres, son résultat et ses sources. Un clic le déplie.
   *[other] { $count } indicateurs, chacun avec sa formule, ses chiffres, son résultat et ses sources. Un clic en déplie un.
}
page-find = Chercher indicateurs, données et sources
page-found = { $count } sur { $all }
page-unfold = Tout déplier
page-fold = Tout replier
page-source = Source : { $origin }.
page-standard-model = modèle standard
page-metrics-of = Indicateurs par { $scope }
page-inputs-of = Données d’entrée par { $scope }
page-metric-of = { $metric } par { $scope }
page-values = { $count ->
    [one] { $count } valeur
   *[other] { $count } valeurs
}
page-with-numbers = Avec les chiffres
page-needs = { $metric } ({ $id }) : nécessite { $needs }
page-assumptions = Hypothèses
page-assumptions-why = Elles ne reposent sur aucune source ; la raison figure à côté.
page-what = Quoi
page-value-or-formula = Valeur ou formule
page-why = Pourquoi
page-all-sourced = Chaque donnée a une source.
page-no-sources = Le scénario n’en cite aucune.
page-central-only = Cas central uniquement : replié tant que des valeurs sont modifiées.
page-own-samples = ≈ d’après { $count } tirages dans cette page ; le programme en fait davantage.
page-undo = Annuler
page-hold = Garder à côté
page-let-go = Relâcher
page-held = À côté :
page-more-inputs = Autres données
page-samples-range = Du 5e au 95e percentile des tirages : { $range }
page-same-samples = ≈ d’après { $count } tirages dans cette page.
