compare-part = Scénarios côte à côte
compare-head-scenario = Scénario
compare-head-title = Titre
compare-head-difference = Écart
compare-head-ratio = Rapport
compare-head-cause = En raison de
compare-head-adds = Apport
compare-head-share = Part
compare-head-change = De A à { $letter }
compare-set = { $title } (fixé : { $values })
compare-not-given = non indiqué
compare-assumed = hypothèse
compare-inputs = Données qui diffèrent
compare-inputs-more = Données qui diffèrent ; { $count } autres de membres de groupes dans compare_inputs.csv
compare-metrics-of-two = Indicateurs ; écart et rapport à A
compare-metrics = Indicateurs
compare-differences = Écart par rapport à A, et rapport
compare-ranges = Extrêmes : la plus petite et la plus grande valeur sur les plages déclarées de toutes les données
compare-percentiles = Plages, du 5e au 95e percentile des tirages
compare-why = Pourquoi { $letter } diffère de A : ce que le changement de chaque donnée ajoute à l’écart
compare-others = { $count } autres données ensemble
compare-model = Formules, ou données propres à un seul scénario
compare-undefined-here = { $letter } ne le définit pas
compare-lacks = il manque à { $letter } : { $needs }
compare-dimension = il mesure autre chose dans { $letter } que dans A
compare-no-value-both = il n’a pas de valeur dans A ni dans { $letter }
compare-no-value = il n’a pas de valeur dans { $letter }
compare-on-the-way = il n’a pas de valeur avec { $inputs } comme dans { $letter } et le reste comme dans A
compare-nothing-differs = Les scénarios ne diffèrent par aucune donnée ni aucun indicateur.
compare-no-metric-differs = Aucun indicateur ne diffère.
compare-shapley = L’explication est la valeur de Shapley : ce que le changement d’une donnée ajoute, en moyenne sur tous les ordres dans lesquels les données peuvent changer ; la somme des parts est l’écart.
compare-grouped = Au-delà de { $most } causes, les données qui changent le moins l’indicateur, seules ou en dernier, sont regroupées : { $inputs }.
compare-cannot = { $metric } : A et { $letter } ne sont pas comparables : { $reason }.
compare-same = { $metric } : identique dans { $letter } et dans A.
compare-mainly = { $all ->
    [one] { $letter } diffère de A surtout par { $cause }.
   *[other] { $letter } diffère de A surtout par { $cause }, première cause pour { $count } indicateurs sur { $all }.
}
compare-several = { $letter } diffère de A pour plusieurs raisons ; les premières causes, sur { $all } indicateurs, sont : { $causes }.
compare-cause-named = { $cause } ({ $change })
compare-cause-counted = { $cause } pour { $count }
compare-cause = { $amount } dû à « { $cause } »
compare-cause-change = { $amount } dû à « { $cause } » ({ $change })
compare-rest = { $amount } dû à { $count } autres
compare-higher = { $metric } : plus élevé de { $difference } dans { $letter } que dans A ({ $to } contre { $from }) : { $causes }.
compare-lower = { $metric } : plus bas de { $difference } dans { $letter } que dans A ({ $to } contre { $from }) : { $causes }.
compare-footer = Scénarios : { $scenarios }. Sources : { $sources }. Calculé avec forcesize.
compare-footer-set = Scénarios : { $scenarios }, avec des valeurs fixées à la main. Sources : { $sources }. Calculé avec forcesize.
compare-case-samples = Cas central ; hachuré : ce à quoi les autres sont comparés ; moustaches : du 5e au 95e percentile des tirages
compare-case-central = Cas central ; hachuré : ce à quoi les autres sont comparés
compare-slope = Indicateurs en pour cent du premier scénario
compare-slope-case = Cas central
compare-slope-case-more = { $count ->
    [one] Cas central ; { $count } indicateur figure seulement dans le tableau
   *[other] Cas central ; { $count } indicateurs figurent seulement dans le tableau
}
compare-waterfall = Pourquoi « { $metric } » diffère : { $one } et { $other }
compare-waterfall-case = Ce que le changement de chaque donnée ajoute, en moyenne sur tous les ordres des changements (valeur de Shapley)
compare-waterfall-spoken = De { $from } à { $to } : { $steps }
pillars-part = Sur quoi repose le plan
pillars-none = Aucun
pillars-all = Tous
pillars-head = Ce qui est là
pillars-matrix = Indicateurs avec et sans chaque pilier
pillars-shares = Ce que chaque pilier ajoute, d’aucun à tous, en moyenne sur tous les ordres (valeur de Shapley)
pillars-change = { $input } { $without } au lieu de { $with }
pillars-without = Sans { $pillar } : { $changes }. { $note }
pillars-smaller = Si deux piliers nomment la même donnée et manquent tous deux, la plus petite valeur s’applique.
pillars-case = { $title } ; cas central. Point plein : le pilier est là. Teinte plus forte : plus loin du cas avec tous les piliers, au-dessus avec ▲, au-dessous avec ▼
pillars-case-ranges = { $title } ; cas central. Point plein : le pilier est là. Teinte plus forte : plus loin du cas avec tous les piliers, au-dessus avec ▲, au-dessous avec ▼ ; en petit : du 5e au 95e percentile
pillars-nothing = néant
pillars-and-more = { $low } et plus
pillars-nothing-left = « néant » figure là où il ne reste rien par quoi diviser : aucun nombre, si grand soit-il, ne serait juste.
pillars-case-more = { $count ->
    [one] { $case } ; le tableau a un autre indicateur
   *[other] { $case } ; le tableau a { $count } autres indicateurs
}
pillars-case-nothing = { $case } ; « néant » : il ne reste rien par quoi diviser
compare-change = de { $from } à { $to }
pillars-not-stated = Le scénario ne nomme rien sur quoi il repose : ajouter [[pillar]] avec `label` et `without`, les données telles qu’elles sont sans ce pilier.
