finding-sizing-proposed = Les méthodes pour { $purpose } demandent { $low } à { $high } ; force proposée : { $force }
finding-sizing-range = Les méthodes pour { $purpose } demandent de { $low } à { $high } personnels
finding-estimates = { $count } estimations publiées : de { $low } à { $high } personnels
finding-estimates-below = { $count } estimations publiées : de { $low } à { $high }, dont { $below } sous les { $force } proposés
finding-contributors = { $members ->
    [one] { $members } contributeur peut maintenir { $number }
   *[other] { $members } contributeurs peuvent maintenir { $number }
}
finding-contributors-short = { $members ->
    [one] { $members } contributeur peut maintenir { $number } des { $proposed } proposés
   *[other] { $members } contributeurs peuvent maintenir { $number } des { $proposed } proposés
}
finding-contributors-enough = { $members ->
    [one] { $members } contributeur peut maintenir { $number }, assez pour les { $proposed } proposés
   *[other] { $members } contributeurs peuvent maintenir { $number }, assez pour les { $proposed } proposés
}
finding-supply = Force soutenable : { $number } ; les méthodes pour { $purpose } demandent { $low } à { $high }
finding-supply-one = Force soutenable : { $number } ; la méthode pour { $purpose } demande { $asked }
finding-rotation = La rotation décide : de { $low } à { $high } soutenables ; proposés : { $force }
finding-rotation-always = Toute rotation montrée permet { $force } : au moins { $low }
finding-rotation-never = Aucune rotation montrée ne permet { $force } : au plus { $high }
finding-rotation-range = De { $low } à { $high } soutenables, selon la rotation
finding-build-up = { $force } sur place au jour { $day }
finding-build-up-transport = Le seul transport amène { $force } au jour { $day } ; { $sustainable } soutenables
finding-build-up-below = La montée en puissance s’arrête { $short } au-dessous des { $force } proposés
finding-build-up-long = { $force } : pas sur place en { $days } jours
finding-cost = { $cost } (base : { $basis }) ; { $between } selon les autres bases
finding-cost-chosen = { $cost } (base : { $basis })
finding-cost-between = { $between }, selon la base
finding-cost-fund-gone = Fonds de { $fund } épuisé après { $time } (base : { $basis })
finding-cost-fund-left = { $cost } d’un fonds de { $fund } en { $duration } (base : { $basis })
finding-cost-whole = { $cost } en { $duration } (base : { $basis })
finding-spread = { $metric } : de { $low } à { $high } dans 90 % des tirages
finding-condition = { $condition } : dans { $share } des tirages
finding-indices = { $input } : explique à lui seul { $share } % de la variation de « { $metric } »
finding-tornado = { $input } : l’effet le plus fort sur « { $metric } », de { $low } à { $high }
finding-break-even = { $subject } atteint { $target } à { $at } ({ $input })
finding-break-even-never = { $subject } ne vaut nulle part { $target } ici ; au plus près : { $best } à { $at } ({ $input })
finding-frontier = { $target } pour « { $subject } » : à { $at } ({ $across }), il faut { $needs } ({ $up })
finding-discovery = La condition { $verb } dans { $density } des tirages avec { $inputs }
finding-missions = { $density } de { $value } : au-dessus de { $thinner } des { $all } missions passées comparables
finding-scatter = { $input } : explique { $share } % de la variation du logarithme de l’effectif
finding-lines = { $metric } : de { $first } à { $last } pour { $input } de { $low } à { $high }
finding-field = { $metric } : de { $low } à { $high } selon { $across } et { $up }
finding-pillar = { $pillar } compte le plus pour « { $metric } » : { $to } sans ce pilier, { $from } avec tous
finding-pillar-alone = Sans { $pillar } : « { $metric } » vaut { $to } au lieu de { $from }
finding-compare = Plus grand écart : { $metric }, { $one } en A et { $other } en { $letter }
finding-compare-one = { $metric } : { $one } en A et { $other } en { $letter }
finding-waterfall = { $metric } : { $from } en A, { $to } en { $letter }, surtout par { $cause } ({ $amount })
threshold = Seuil : { $value }
