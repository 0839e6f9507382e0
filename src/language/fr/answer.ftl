answer-how-thick = DENSITÉ
answer-how-many = COMBIEN
answer-yardstick = RÉFÉRENCE
answer-history = PRÉCÉDENTS
answer-sustainable = TENABLE ?
answer-in-place = EN PLACE
answer-cost = COÛT
answer-how-sure = FIABILITÉ
answer-careful = RÉSERVES
answer-read-on = À LIRE
answer-about = { $purpose } ; { $force }
answer-no-purpose = aucun but indiqué
answer-proposed = proposé : { $forces }
answer-no-force-beside = aucune force proposée ; comparaison avec les autres sur place : { $others }
answer-no-force = aucune force proposée : la question est combien
answer-force = { $number } ({ $name })
answer-forces = { $force } aux côtés de { $others }
answer-met-in = atteint dans { $share }
answer-short-but = manque { $short }, atteint dans { $share }
answer-counted = Comparées à toutes les forces qu’elles comptent, { $forces } : { $methods }.
answer-differ = Les méthodes prévues pour { $purpose } diffèrent d’un facteur { $factor } : choisir d’abord la tâche.
answer-none-meant = Aucune méthode pour { $purpose } ne peut être calculée ; à la plus proche il manque { $needs }.
answer-none = Aucune méthode ne peut être calculée ; à la plus proche il manque { $needs }.
answer-none-at-all = Aucune méthode ne peut être calculée.
answer-more-methods = { $count } de plus : { $command }
answer-the-yardstick = La mission de référence
answer-at-this-size = { $name } à cette échelle : { $parts }.
answer-rank = { $density } : { $rank }.
answer-had-one = { $density } : les missions passées ({ $kinds }) ne sont connues qu’en 1 lieu, avec { $median } { $unit }.
answer-had = { $density } : les missions passées ({ $kinds }) avaient { $low } à { $high } { $unit }, médiane { $median }, en { $places ->
    [one] { $places } lieu
   *[other] { $places } lieux
}.
answer-yes = Oui
answer-no = Non
answer-unsure = Incertain
answer-supply-lacks = non calculé : il manque { $needs }
answer-no-contributors = sans objet : le scénario ne nomme aucun contributeur
answer-no-build-up = non calculé : le scénario n’indique aucun rythme de déploiement
answer-sustainable-by =  ; les { $force } soutenables au jour { $day }.
answer-cost-chosen = { $number }, base : { $basis }.
answer-cost-others = Sur d’autres bases, { $between }.
answer-no-cost = non calculé : le scénario n’indique aucun coût par soldat et par an
answer-condition-met = { $condition } : remplie dans le cas central.
answer-condition-not-met = { $condition } : non remplie dans le cas central.
answer-only-levers = Rien n’est tiré : aucune donnée incertaine n’a de plage (`role = "uncertainty"` fait tirer une donnée).
answer-nothing-drawn = Pas d’intervalle : aucune donnée incertaine n’a d’étendue.
answer-condition = { $condition } : dans { $share } des tirages.
answer-more-conditions = { $count ->
    [one] { $count } autre condition figure dans le rapport.
   *[other] { $count } autres conditions figurent dans le rapport.
}
answer-reaches = { $subject } atteint { $target } à { $at } ({ $input }).
answer-share = { $input } ({ $share } %)
answer-mainly = La dispersion de { $metric } vient surtout de : { $inputs }.
answer-assumed = { $count ->
    [one] { $count } chiffre est supposé.
   *[other] { $count } chiffres sont supposés.
}
answer-density = { $name } { $number }
answer-ended = { $text }.
answer-by = { $number } ({ $by })
answer-sustained = { $members ->
    [one] { $members } contributeur soutient { $number }
   *[other] { $members } contributeurs soutiennent { $number }
}
answer-all = Tous les { $count } : { $all }
answer-to-spare = { $amount } de reste
answer-to-spare-in = { $amount } de reste, assez dans { $share } des échantillons
answer-short = il en manque { $amount }
answer-short-in = il en manque { $amount }, assez dans { $share } des échantillons
answer-by-day-alone = Jour { $day } si seul le transport limite.
answer-no-delays =  ; les délais non indiqués comptent pour rien.
answer-by-day-cases = Jour { $day } si seul le transport limite (cas rapide : { $fast } ; cas lent : { $slow }).
answer-by-day = Jour { $day } si seul le transport limite ({ $fast } à { $slow }).
answer-without-value-one = { $metric } dans { $share } des tirages
answer-without-value = Sans valeur (hors des intervalles, comptés comme non remplis) : { $metrics }.
answer-ranges-independent = Tirages : 5e–95e percentile de { $samples }, données indépendantes.
answer-ranges-correlated = Tirages : 5e–95e percentile de { $samples } ; corrélations de rang : { $pairs }.
answer-low-end = { $input }, { $value } (basse)
answer-high-end = { $input }, { $value } (haute)
answer-outside = Dans les tirages { $ranges }.
answer-outside-since = Dans les tirages { $ranges } : { $inputs } { $count ->
    [one] est à une borne de sa plage ou tout près.
   *[other] sont à une borne de leur plage ou tout près.
}
answer-span = { $range } pour { $values }
answer-span-of = { $range } pour { $values } ({ $lever })
answer-range-low = borne basse de { $range } dans les tirages
answer-range-high = borne haute de { $range } dans les tirages
answer-range = { $range } dans les tirages
answer-none-for = Aucune méthode ne vise { $purpose }.
answer-own-figures = AUTRES
