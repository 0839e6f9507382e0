between = { $low } à { $high }
range-around = { $range } autour de { $around } ({ $kind })
nothing = rien
or = { $others } ou { $last }
undefined = non défini
overflow = dépassement
no-purpose = Le scénario n’indique aucune finalité ; les chiffres ci-dessous en dépendent plus que de tout ratio.
title-summary = Résumé
title-charts = Graphiques
title-care = Réserves
title-metrics = Indicateurs
title-unavailable = Non disponible
title-inputs = Données d’entrée
title-sources = Sources
no-single-ratio = Aucun ratio n’est à lui seul une réponse : les densités par ligne, superficie et population sont présentées côte à côte, chacune avec l’effectif qu’elle compte. Les valeurs sont arrondies à trois chiffres.
head-metric = Indicateur
head-value = Valeur
head-unit = Unité
head-input = Donnée
head-identifier = Identifiant
head-range = Plage
head-decided-by = Décidé par
head-from = Origine
head-percentiles = p5 à p95
head-formula = Formule
head-meaning = Signification
head-source = Source
origin-set = fixé en ligne de commande : { $set }
origin-assumed = hypothèse : { $why }
origin-sum = somme de { $parts }
origin-none = aucune source indiquée
origin-model = modèle standard : { $from }
set-by-hand = Fixé en ligne de commande : { $values }
strength-counted = effectif { $rule }
members-of = { $count } du groupe { $scope } : { $names }
values-of-model = Valeurs par défaut pour : { $names }
nothing-computed = Ces données ne permettent aucun calcul.
metrics-hidden = { $count ->
    [one] { $count } autre indicateur figure dans le rapport ; `forcesize explain METRIC` montre d’où vient un chiffre.
   *[other] { $count } autres indicateurs figurent dans le rapport ; `forcesize explain METRIC` montre d’où vient un chiffre.
}
lacking = { $count } non calculés (données manquantes) : { $needs }
lacking-more = { $count } non calculés (données manquantes) : { $needs } et { $more } autres ; la page les énumère
catalogue-metrics = INDICATEURS (ce qui découle de formules)
catalogue-inputs = DONNÉES D’ENTRÉE (ce que donne un scénario ou --set NAME=VALUE)
catalogue-source = Source : { $keys }
explained-above = (expliqué plus haut)
explain-from = origine : { $origin }
explain-note = note : { $note }
explain-range = plage { $range }
purpose-observation = observation
purpose-interposition = interposition
purpose-reassurance = réassurance
purpose-deterrence = dissuasion
purpose-enforcement = imposition
purpose-stabilisation = stabilisation
role-lever = planificateur
role-uncertainty = circonstances
role-constant = constante
counting-planned = prévu
counting-pledged = promis
counting-authorised = autorisé
counting-deployed = déployé
counting-present = présent
stance-ready = prêt
stance-open = ouvert
stance-refuses = refuse
stance-unknown = inconnu
stance-not-stated = non indiquée
distribution-uniform = uniforme
distribution-triangular = triangulaire
distribution-normal = normale
distribution-lognormal = log-normale
distribution-PERT = PERT
distribution-log-uniform = log-uniforme
distribution-choices = choix
distribution-truncated-uniform = uniforme tronquée
distribution-truncated-log-uniform = log-uniforme tronquée
distribution-truncated-PERT = PERT tronquée
distribution-truncated-triangular = triangulaire tronquée
distribution-truncated-normal = normale tronquée
distribution-truncated-lognormal = log-normale tronquée
wrote = écrit : { $files }
files-written = { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
} dans { $folder }
explain-more = { $count ->
    [one] et { $count } autre valeur
   *[other] et { $count } autres valeurs
} de { $name }, au total { $sum } ; --all les explique
more-that-sum = et { $count } autres, { $sum } au total
pair = { $name } : { $what }
table-left-out = Omis ici, faute de place : { $columns }.
report-folded = Tableaux
report-more-said = { $count } phrases de plus
report-files = En tableaux : { $files }.
report-more-charts = Autres graphiques : { $charts }.
report-all-metrics = Les { $count } indicateurs, avec formules et sources, sont dans [metrics.csv](metrics.csv) et sur la [page](report.html).
report-inputs-of-each = Les données de chaque { $scope } sont sur la [page](report.html) et dans [results.json](results.json).
report-more-sources = { $count } autres sources, pour les chiffres de membres isolés, sont sur la [page](report.html).
explain-nothing = Aucun indicateur ne peut être calculé à partir des données du scénario : `forcesize metrics` les énumère avec leur formule et ses données.
at-low-end = { $range }, à l’extrémité basse
at-high-end = { $range }, à l’extrémité haute
