missions-part = Missions passées
missions-caption = Missions et leurs densités
missions-head-mission = Mission
missions-head-place = Lieu
missions-head-kind = Type
missions-head-year = Année
missions-head-strength = Effectif
missions-head-counting = Décompte
missions-head-confidence = Fiabilité
missions-head-aside = Écartée comme
missions-head-density = Densité
missions-head-count = Missions
missions-head-places = Lieux
missions-head-min = Minimum
missions-head-lower = Premier quartile (95 %)
missions-head-median = Médiane
missions-head-upper = Troisième quartile (95 %)
missions-head-max = Maximum
missions-bands = Densités de la plus faible à la plus forte. Un lieu compte une fois, par la moyenne des logarithmes de ses valeurs : médiane et quartiles sont ceux des lieux. Quartiles à partir de { $least } lieux ; entre parenthèses, leur intervalle par rééchantillonnage des lieux.
missions-all = tous
missions-another-count = autre décompte de { $mission }
missions-counted = { $entries } entrées, dont { $missions } missions en { $places } lieux sont comparées.
missions-own = Laissées de côté, car le scénario est l’une d’elles ou elles étaient au même endroit : { $missions }.
missions-variants = Seconds décomptes d’une mission déjà comparée, laissés de côté : { $missions }.
missions-plans = { $count ->
    [one] { $count } plan ou borne supérieure n’est pas une mission passée et reste de côté (--with-plans le compte) : { $missions }.
   *[other] { $count } plans et bornes supérieures ne sont pas des missions passées et restent de côté (--with-plans les compte) : { $missions }.
}
missions-authorised = { $count ->
    [one] L’effectif de { $count } mission comparée est l’effectif autorisé, qu’elle n’a peut-être pas atteint : { $missions }.
   *[other] Les effectifs de { $count } missions comparées sont les effectifs autorisés, qu’elles n’ont peut-être pas atteints : { $missions }.
}
missions-lacking = { $count ->
    [one] { $density } : il manque un chiffre à { $count } mission, qui n’y est pas comparée.
   *[other] { $density } : il manque un chiffre à { $count } missions, qui n’y sont pas comparées.
}
missions-apart = { $density } : non comparables, donc laissées de côté : { $missions }.
missions-slope = { $input } (pente { $slope }, erreur type { $error })
missions-regression = Logarithme de l’effectif en fonction du logarithme de { $inputs } : { $count } missions en { $places } lieux, R² { $fit }. Erreurs types groupées par lieu. Un écart type correspond à un facteur { $scatter } dans un sens ou dans l’autre ; un lieu prédit à partir des autres s’en écarte d’un facteur { $off } : un ordre de grandeur, pas un besoin.
missions-pull = Lieux qui l’influencent fortement : { $places }.
missions-nothing = Effectif et { $inputs } : les données ne disent rien de l’effectif (R² { $fit }, p { $p } sur les lieux ; { $count } missions en { $places } lieux).
missions-footer = Sources : indiquées pour chaque mission dans la liste des missions. Calculé avec forcesize.
missions-footer-scenario = Scénario : { $scenario }. Sources : indiquées pour chaque mission dans la liste des missions. Calculé avec forcesize.
missions-dots = Densités des missions passées par type
missions-row = { $kind } ({ $count } ; { $places } { $places ->
    [one] lieu
   *[other] lieux
})
missions-dots-case = Un point par mission, échelle logarithmique ; ombré du premier au troisième quartile des lieux, trait à leur médiane, si un type compte au moins dix lieux
missions-this = Ce scénario
missions-this-value = Ce scénario : { $value }
missions-scatter = Effectif des missions passées en fonction de : { $input }
missions-scatter-case = { $count } missions en { $places } lieux, R² { $fit } ; ombré : où l’on attend { $level } nouvelles missions sur 100 ; un facteur { $scatter } dans un sens ou dans l’autre est un écart type
missions-drawn = de la plus faible à la plus forte de { $missions } missions passées en { $places } lieux ({ $kinds }), chaque lieu ayant la même probabilité, la médiane des lieux au cas central : ce qui a été envoyé, non ce qui était nécessaire
history-part = Comparaison avec les missions passées
history-lacking = { $count ->
    [one] { $density } : il manque ce chiffre à { $count } mission de ce type : { $missions }.
   *[other] { $density } : il manque ce chiffre à { $count } missions de ce type : { $missions }.
}
history-apart = { $density } : non comparables : { $missions }.
history-expects = Une régression sur { $inputs }, d’après { $count } missions passées en { $places } lieux, donne ici environ { $middle } { $unit }, et de { $low } à { $high } pour { $level } nouvelles missions sur 100 (R² { $fit }) : ce qui a été envoyé, non ce qui était nécessaire.
history-beyond = « { $input } » sort de ce qu’elles avaient ({ $ends }) : c’est une extrapolation.
history-none = { $density } : { $value }. Elle n’est connue d’aucune mission passée de type { $kinds }.
history-stands = { $density } : { $value }, { $rank }.
history-rank-among = plus dense que { $thinner } des { $count } missions ({ $kinds } ; { $places } { $places ->
    [one] lieu
   *[other] lieux
})
history-rank-above = { $count ->
    [one] plus dense que la seule mission ({ $kinds })
    [2] plus dense que les deux missions ({ $kinds } ; { $places } { $places ->
        [one] lieu
       *[other] lieux
    })
   *[other] plus dense que les { $count } missions ({ $kinds } ; { $places } { $places ->
        [one] lieu
       *[other] lieux
    })
}
history-rank-below = { $count ->
    [one] moins dense que la seule mission ({ $kinds })
    [2] moins dense que les deux missions ({ $kinds } ; { $places } { $places ->
        [one] lieu
       *[other] lieux
    })
   *[other] moins dense que chacune des { $count } missions ({ $kinds } ; { $places } { $places ->
        [one] lieu
       *[other] lieux
    })
}
history-quartiles = Quartiles des lieux : { $low } et { $high }, entre parenthèses leurs intervalles à 95 % ; médiane { $median }.
history-few = De la plus faible à la plus forte : { $low } à { $high } ; trop peu de lieux pour des quartiles.
history-own = Le scénario est { $mission } même ; il n’est pas comparé à : { $missions }.
history-caption = Précédents les plus proches, tous types confondus, un par lieu
history-head-scenario = Scénario
history-head-nearest = Missions les plus proches
history-head-theirs = Leur valeur
history-head-ratio = Le scénario est
history-as-dense = à peu près aussi dense
history-denser = { $factor } fois plus dense
history-thinner = { $factor } fois moins dense
kind-observation = observation
kind-interposition = interposition
kind-border = surveillance de frontière
kind-reassurance = réassurance
kind-deterrence = dissuasion
kind-enforcement = imposition
kind-stabilisation = stabilisation
kind-counterinsurgency = contre-insurrection
kind-occupation = occupation
confidence-low = faible
confidence-medium = moyenne
confidence-high = élevée
status-plan = plan
status-upper_bound = borne supérieure
missions-head-naval = En mer
missions-head-counts = Qui est compté
missions-counts-caption = Qui est compté dans l’effectif, lorsque la source le dit ; police à part
history-plans = { $count ->
    [one] Reste de côté { $count } entrée de ce type, car un plan ou une borne supérieure n’est pas une mission passée : { $missions }.
   *[other] Restent de côté { $count } entrées de ce type, car plans et bornes supérieures ne sont pas des missions passées : { $missions }.
}
history-authorised = { $count ->
    [one] Dans ce type, { $count } effectif est celui autorisé, que la mission n’a peut-être pas atteint : { $missions }.
   *[other] Dans ce type, { $count } effectifs sont ceux autorisés, que les missions n’ont peut-être pas atteints : { $missions }.
}
history-nothing = Le scénario n’a aucune densité à comparer à ces missions : indiquer la force, et la ligne, la superficie ou la population.
observed-title = Observé : { $title }.
observed-group = { $count ->
    [one] { $count } mission { $group } : { $median } ({ $cases }).
   *[other] { $count } missions { $group } : de { $low } à { $high }, médiane { $median } ({ $cases }).
}
observed-case = { $name } { $year } : { $number }
observed-own = Ici { $value } : { $below } des { $count } avaient moins.
observed-derivation = Comment on l’a trouvé : { $derivation }
observed-group-on-a-line = sur une ligne
observed-group-elsewhere = ailleurs
fact-site_spacing = d’un site de mission au plus proche, médiane de la dernière année cartographiée
fact-site_spacing-derivation = Un site par nom de lieu, puis par coordonnée à 0,001 degré près ; distances orthodromiques. Toutes les missions ayant au moins quatre sites de soldats la dernière année cartographiée ; lesquelles se tenaient sur une ligne entre deux parties relève de notre propre jugement.
fact-site_spacing-note = Un site n’est pas un poste : des patrouilles en partent.
