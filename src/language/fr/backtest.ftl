backtest-part = Ce que les règles ont valu
backtest-caption = Chaque groupe est prévu à partir des autres ; la qualité dit de combien c’était mieux que la part d’événements dans les autres groupes (Brier), avec un intervalle à 95 % par groupes tirés à nouveau. Sens : à quelle fréquence un cas avec l’événement avait la valeur que la règle en attend (0,5 : le hasard).
backtest-rivals-caption = Rivaux simples sur les mêmes cas, chacun seul, et ce que la règle y ajoute.
backtest-said-caption = Les règles telles qu’on les énonce, à côté de l’annonce constante de l’issue la plus fréquente.
backtest-head-rule = Règle
backtest-head-cases = Cas (groupes)
backtest-head-events = Événements
backtest-head-skill = Qualité
backtest-head-in-sample = Sur ses propres cas
backtest-head-direction = Sens
backtest-head-log = Score log (base)
backtest-head-calibration = Calibration
backtest-head-coefficient = Coefficient
backtest-head-influence = Groupe le plus influent
backtest-head-rival = Rival
backtest-head-alone = Qualité seul
backtest-head-adds = La règle ajoute
backtest-head-said = Règle telle qu’énoncée
backtest-head-right = Juste
backtest-head-commoner = Issue la plus fréquente
backtest-head-gain = Différence
backtest-head-missed = Manqués
backtest-head-alarms = Fausses alertes
backtest-groups = { $cases } ({ $groups })
backtest-not-scored = non évalué
backtest-beside-base = { $own } ({ $base })
backtest-without = { $group } : { $moved } sans lui
backtest-clean = séparation nette
backtest-flat = varie à peine
backtest-with = { $rule }, avec { $beside }
backtest-said-above = l’événement à partir de { $amount }
backtest-said-below = l’événement en dessous de { $amount }
count-cases = { $count ->
    [one] { $count } cas
   *[other] { $count } cas
}
count-missions = { $count ->
    [one] { $count } mission
   *[other] { $count } missions
}
count-battles = { $count ->
    [one] { $count } bataille
   *[other] { $count } batailles
}
count-occupations = { $count ->
    [one] { $count } occupation
   *[other] { $count } occupations
}
count-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
backtest-skill = { $rule } : les prévisions sont meilleures que la seule part d’événements ; qualité { $skill } ({ $cases }, { $groups } groupes).
backtest-unclear = { $rule } : aucune qualité ne peut être montrée, { $skill } ({ $cases }, { $groups } groupes).
backtest-worse = { $rule } : les prévisions sont moins bonnes que la seule part d’événements ; qualité { $skill } ({ $cases }, { $groups } groupes).
backtest-too-few = { $rule } : rien ne peut être dit ; { $cases }, dont { $events } avec l’événement (groupes : { $groups }), c’est trop peu.
backtest-no-event = { $rule } : rien ne peut être dit ; { $cases }, et l’événement dans aucun d’eux.
backtest-all-events = { $rule } : rien ne peut être dit ; { $cases }, et l’événement dans tous.
backtest-rival = Le rival « { $rival } » seul fait mieux : { $skill }.
backtest-as-said = Telle qu’on l’énonce, la règle avait raison dans { $hits } des cas, pas plus souvent que l’annonce constante de l’issue la plus fréquente ({ $base }).
backtest-nearest = Les plus proches de { $value } ici, par { $rule } : { $cases }.
backtest-nearest-with = { $name } { $number }, avec l’événement
backtest-nearest-without = { $name } { $number }, sans lui
backtest-about = Rien n’est évalué avec moins de { $least } événements, { $least } cas sans événement ou { $groups } groupes.
backtest-care = Ce sont des associations : les grandes forces vont là où il y a des troubles, et les tableaux disent ce qui s’est passé, non ce qui se serait passé avec une autre force. Aide : forcesize help track-record
backtest-cite = Données : { $cite }.
backtest-footer = Données : { $cite }
backtest-alone = { $rival } seul
backtest-group = { $rule } ({ $cases }, { $events } avec l’événement)
backtest-skill-case = { $title } ; chaque groupe prévu à partir des autres ; traits : intervalles à 95 % de groupes tirés à nouveau
backtest-skill-axis = Qualité
backtest-base = pas mieux que la part d’événements
backtest-some-rules = { $count } règles sur { $all }
finding-backtest-ahead = Mieux que la part d’événements et que chaque rival simple : { $rules }
finding-backtest-behind = Aucune règle ne dépasse à la fois la part d’événements et ses rivaux simples
finding-backtest-better = Mieux que la part d’événements : { $rules }
finding-backtest-no-better = Aucune règle ne s’avère meilleure que la part d’événements
backtest-came = réalisé
backtest-right = comme prévu
backtest-reliability = Comment les prévisions se sont réalisées : { $rule }
backtest-reliability-case = { $bins } classes de même taille ; événement : { $event } ; surface : intervalle à 95 % de cas indépendants
backtest-forecast-axis = Prévision à partir des autres groupes
backtest-came-axis = Part avec l’événement
backtest-with-event = avec l’événement ({ $count })
backtest-without-event = sans l’événement ({ $count })
backtest-support = Sur quelles valeurs les règles ont été évaluées
backtest-support-case = { $title } ; un point par cas, au plus 200 par ligne ; boîte : quartiles à partir de dix cas
badge-never = jamais éprouvée
badge-skill = { $cases } : qualité { $skill }
badge-rival = { $cases } : qualité { $skill }, « { $rival } » seul fait mieux
badge-no-failure = { $cases }, sans un seul échec : rien ne peut être dit
badge-few = { $cases }, dont { $events } avec l’événement : rien ne peut être dit
badge-low = valeur aussi basse : { $count } sur { $cases }
badge-high = valeur aussi haute : { $count } sur { $cases }
badge-inside = dans le domaine des données
badge-of = { $label } : { $badge }
badge-and = { $badge } ; { $support }
badge-head = Bilan
badge-care = Un bilan dit ce que le rapport propre de la méthode aurait prévu des cas d’autrui : des associations, tirées de cas rares et choisis. Aide : forcesize help track-record
outcome-held = calme alors et après
outcome-ended = actif alors, calme après
outcome-continued = actif alors et après
outcome-resumed = calme alors, actif après
outcome-not-coded = non codé
missions-head-outcome = Conflit au moment du décompte et après
outcome-missions = Ce qui a suivi chaque décompte est codé d’après les données d’autrui : un conflit avec 25 morts au combat ou plus en un an est actif. Ce n’est pas ce que la mission a fait.
outcome-nearest = Ce qui a suivi les missions les plus proches : { $missions }.
outcome-of = { $mission } : { $outcome }
sizing-head-beside = Part dans { $data } (intervalle, cas)
sizing-in-other = { $share } ({ $interval }, { $cases })
sizing-disagree = Sur { $cases } de { $data }, ces parts ont une qualité de { $skill }, sur leurs propres cas de { $own } : ce qu’un recueil dit d’une classe ne vaut pas pour l’autre. Les deux viennent des mêmes historiens et ne sont donc pas indépendants.
answer-tested = Bilan : { $badges }.
outcome-war = { $outcome }, une guerre
missions-head-years = Années d’après
missions-head-conflicts = Conflit, ou pourquoi il n’est pas codé
answer-none-tested = aucune des { $count } méthodes n’a jamais été éprouvée
answer-others-untested = { $count ->
    [one] l’autre jamais éprouvée
   *[other] les { $count } autres jamais éprouvées
}
missions-head-pooled = Regroupé (95 %)
missions-pooled = Regroupement partiel : un genre avec peu de missions emprunte à toutes (lieux dans les genres, logarithmes ; intervalle à 95 % de la moyenne du genre). Il figure à côté des médianes des lieux mêmes, et aucun tirage n’en vient.
build-up-history = { $count } missions de l’ONU en Afrique, commencées de { $from } à { $to }, avaient en moyenne la moitié du pic de leurs deux premières années après { $half } mois et neuf dixièmes après { $most } ({ $half_ends } et { $most_ends } ; { $cite }). C’est le pic déployé, non l’effectif autorisé.
badge-head-of = Son rapport sur
badge-head-here = Ce scénario
