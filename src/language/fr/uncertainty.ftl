spread-part = Quel est le degré de certitude ?
spread-head-central = Central
spread-head-mean = Moyenne
spread-head-median = Médiane
spread-head-p5 = p5
spread-head-p95 = p95
spread-samples = { $samples } tirages ({ $sampler }, graine { $seed }) de { $inputs }.
spread-samples-model = { $samples } tirages ({ $sampler }, graine { $seed }) de données du modèle standard : { $model }.
spread-samples-both = { $samples } tirages ({ $sampler }, graine { $seed }) de { $inputs }, ainsi que de données du modèle standard : { $model }.
spread-samples-many = { $samples } tirages ({ $sampler }, graine { $seed }) de { $count } données munies d’une plage, dont { $model } du modèle standard.
spread-undefined = { $count ->
    [one] « { $metric } » n’est pas défini dans { $text } tirage, exclu de ses chiffres.
   *[other] « { $metric } » n’est pas défini dans { $text } tirages, exclus de ses chiffres.
}
spread-overflow = { $count ->
    [one] « { $metric } » dépasse le plus grand nombre représentable dans { $text } tirage, exclu de ses chiffres.
   *[other] « { $metric } » dépasse le plus grand nombre représentable dans { $text } tirages, exclus de ses chiffres.
}
spread-no-value = { $count ->
    [one] « { $metric } » n’est pas défini ou dépasse le plus grand nombre représentable dans { $text } tirage, exclu de ses chiffres.
   *[other] « { $metric } » n’est pas défini ou dépasse le plus grand nombre représentable dans { $text } tirages, exclus de ses chiffres.
}
spread-outside = Le cas central se situe hors de l’intervalle du 5e au 95e percentile pour { $metrics }.
spread-rank-missed = { $first } et { $second } : une corrélation de rang de { $asked } est indiquée, { $reached } est obtenue, car des valeurs égales ne se classent pas.
spread-slices-lost = Avec autant de tirages, la corrélation ne laisse plus exactement un tirage dans chaque tranche de { $inputs }.
spread-holds = { $condition } : vrai dans { $share } des tirages.
spread-holds-interval = { $condition } : vrai dans { $share } des tirages (intervalle à 95 % : { $low } à { $high } %).
spread-holds-none = { $condition } : vrai dans aucun des { $samples } tirages ; sa probabilité est { $share } (confiance 95 %, borne prudente).
spread-holds-all = { $condition } : vrai dans tous les { $samples } tirages ; sa probabilité est { $share } (confiance 95 %, borne prudente).
spread-holds-few = { $condition } : vrai dans { $count } des { $samples } tirages ; sa probabilité est de { $low } à { $high } % (confiance 95 %, bornes prudentes).
spread-holds-all-but-few = { $condition } : vrai dans tous les { $samples } tirages sauf { $count } ; sa probabilité est de { $low } à { $high } % (confiance 95 %, bornes prudentes).
spread-percentile-error = De ces percentiles, le moins sûr est { $metric }, { $percentile } : intervalle à 95 % de { $low } à { $high }.
spread-heavy = L’écart type n’est pas résolu pour { $metrics } : quelques tirages extrêmes y pèsent tant que d’autres tirages le changeraient de plus d’un quart. Ce sont les percentiles qu’il faut lire, pas la moyenne.
share-below = inférieure à { $share } %
share-above = supérieure à { $share } %
share-less = moins de { $share } %
share-more = plus de { $share } %
sampler-sobol = points de Sobol brouillés
sampler-lhs = hypercube latin
sampler-random = nombres aléatoires
standing-not_reached = Aucune donnée incertaine n’agit sur : { $metrics }.
standing-constant = Identique dans tous les tirages : { $metrics }.
standing-undefined = Non défini dans tous les tirages : { $metrics }.
standing-overflow = Au-delà du plus grand nombre représentable (dépassement) dans tous les tirages : { $metrics }.
condition-not_reached = Aucune donnée incertaine n’agit sur son indicateur.
condition-constant = Son indicateur est identique dans tous les tirages.
condition-undefined = Son indicateur n’est défini dans aucun tirage.
condition-overflow = Son indicateur dépasse le plus grand nombre représentable dans tous les tirages.
not-drawn-nothing-uncertain = rien n’est tiré, car aucune donnée incertaine du scénario n’a de plage
not-drawn-too-many = c’est plus de tirages qu’il n’est possible d’en faire
not-drawn-interrupted = le calcul a été interrompu
not-drawn-none = il faut au moins un tirage
not-drawn-most = il ne peut y avoir plus de { $most } tirages
not-drawn-dimensions = les points de Sobol’ ont au plus { $most } dimensions : prenez un hypercube latin ou des nombres aléatoires
end-unbounded = sans borne
end-no-less = pas moins de { $value }
end-no-more = pas plus de { $value }
ranges-pair = { $first } et { $second } { $rank }
ranges-independent = Les plages vont du 5e au 95e percentile de { $samples } tirages des données incertaines, indépendantes entre elles.
ranges-correlated = Les plages vont du 5e au 95e percentile de { $samples } tirages des données incertaines, avec des corrélations de rang : { $pairs }.
over-its-range = { $range } dans les tirages
central-outside = Le cas central est hors de la plage pour : { $metrics }. Se trouve à une extrémité : { $inputs }.
samples-nothing = Aucun tirage n’est possible, car aucune donnée incertaine n’a de plage : lui donner `low`, `mode` et `high`, par exemple { "{" } low = 900, mode = 1_000, high = 1_200, unit = "km", assumed = "raison" { "}" }.
spread-not-drawn = Non tiré, car décidé ou constant : { $inputs }. De telles plages servent aux balayages, aux curseurs et à l’analyse une donnée à la fois.
spread-inputs = { $count } données
