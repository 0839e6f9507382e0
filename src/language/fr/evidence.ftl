missions-part = Missions passées
missions-caption = Missions et leurs densités
missions-head-mission = Mission
missions-head-kind = Type
missions-head-year = Année
missions-head-strength = Effectif
missions-head-counting = Décompte
missions-head-confidence = Fiabilité
missions-head-aside = Écartée comme
missions-head-density = Densité
missions-head-count = n
missions-head-min = Min
missions-head-lower = Premier quartile
missions-head-median = Médiane
missions-head-upper = Troisième quartile
missions-head-max = Max
missions-bands = Fourchettes ; les classes de moins de { $least } missions n’ont pas de quartiles
missions-all = tous
missions-another-count = autre décompte de { $mission }
missions-variants = Autres décomptes d’une mission déjà dans les fourchettes, laissés de côté : { $missions }.
missions-plans = Plans et bornes supérieures, hors des fourchettes (--with-plans les compte) : { $missions }.
missions-lacking = { $count ->
    [one] { $density } : il manque un chiffre à { $count } mission, absente de ses fourchettes.
   *[other] { $density } : il manque un chiffre à { $count } missions, absentes de ses fourchettes.
}
missions-apart = { $density } : non comparables, et absentes de ses fourchettes : { $missions }.
missions-slope = { $input } (pente { $slope }, erreur type { $error })
missions-regression = Logarithme de l’effectif en fonction du logarithme de { $inputs } : { $count } missions, R² { $fit }. Un écart type correspond à un facteur { $scatter } dans un sens ou dans l’autre ; une mission prédite à partir des autres s’en écarte d’un facteur { $off } : un ordre de grandeur, pas un besoin.
missions-pull = Missions qui l’influencent fortement : { $missions }.
missions-footer = Missions et sources : scenarios/reference_missions.toml. Calculé avec forcesize.
missions-footer-scenario = Scénario : { $scenario }. Missions et sources : scenarios/reference_missions.toml. Calculé avec forcesize.
missions-dots = Densités des missions passées par type
missions-dots-case = Un point par mission, échelle logarithmique ; ombré du premier au troisième quartile, trait à la médiane, si un type compte au moins cinq missions
missions-this = Ce scénario
missions-this-value = Ce scénario : { $value }
missions-scatter = Effectif des missions passées en fonction de : { $input }
missions-scatter-case = { $count } missions, R² { $fit } ; ombré : où l’on attend { $level } nouvelles missions sur 100 ; un facteur { $scatter } dans un sens ou dans l’autre est un écart type
history-part = Comparaison avec les missions passées
history-lacking = { $count ->
    [one] { $density } : il manque ce chiffre à { $count } mission de ce type : { $missions }.
   *[other] { $density } : il manque ce chiffre à { $count } missions de ce type : { $missions }.
}
history-apart = { $density } : non comparables : { $missions }.
history-expects = À valeurs égales ({ $inputs }), les missions passées comptaient environ { $middle } { $unit }, et { $level } sur 100 en compteraient de { $low } à { $high } (R² { $fit }, { $count } missions) : ce qui a été envoyé, non ce qui était nécessaire.
history-none = { $density } : { $value }. Aucune mission passée de type { $kinds } n’a cette densité.
history-band = { $density } : { $value }, soit le { $percentile }e percentile de { $count } missions ({ $kinds }) ; la moitié d’entre elles ont de { $low } à { $high }, la médiane est { $median }.
history-few = { $thinner ->
    [one] { $density } : { $value } ; { $thinner } mission sur { $count } ({ $kinds }) est moins dense. Elles ont de { $low } à { $high } : trop peu pour des quartiles.
   *[other] { $density } : { $value } ; { $thinner } missions sur { $count } ({ $kinds }) sont moins denses. Elles ont de { $low } à { $high } : trop peu pour des quartiles.
}
history-caption = Précédents les plus proches, tous types confondus
history-head-scenario = Scénario
history-head-nearest = Missions les plus proches
history-head-theirs = Leur valeur
history-head-ratio = Le scénario est
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
