cost-title = Ce que cela coûte
cost-head-annual = Par an, { $unit }
cost-head-total = En tout, { $unit }
cost-head-basis = Base
cost-head-soldier-year = Année-soldat
cost-head-range = p5 à p95
cost-head-fund = Fonds / coût
cost-head-counts = Ce qu’elle compte
cost-head-after = D’après
cost-head-deaths = Décès à prévoir
cost-head-rate = Taux
cost-head-year = Par an
cost-head-whole = En tout
cost-chosen = { $basis } (choisie)
cost-named = { $name } : { $value }
cost-and-soldier = { $unit } et par soldat
cost-bases-caption = Le coût de la force proposée selon chaque base. L’année-soldat est en { $unit }. Les bases comptent des choses différentes : en faire la moyenne n’a pas de sens.
cost-bases-whole = En tout : mise en place et { $duration } à plein effectif.
cost-deaths-caption = Décès à prévoir pour la force proposée ; taux en { $unit }. Ce sont des taux de missions passées : une espérance, non une prévision.
cost-by-chosen = Sur la base choisie ({ $basis }), la force proposée coûte { $cost }.
cost-bases-differ = Les bases diffèrent d’un facteur { $factor } : de { $least } pour une année-soldat ({ $cheap }) à { $most } ({ $dear }). Elles comptent des choses différentes ; ne comparer qu’au sein d’une même base.
cost-fund-equals = Le fonds de { $fund } équivaut à { $years } de mission sur la base choisie, une fois la mise en place payée.
cost-fund-used-up = La mise en place et les coûts courants atteignent ensemble le fonds de { $fund } après : { $bases } ; durée prévue de la mission : { $duration }.
cost-deaths = { $count ->
    [one] { $name } : { $count } décès par an à prévoir.
   *[other] { $name } : { $count } décès par an à prévoir.
}
cost-deaths-range = { $count ->
    [one] { $name } : { $count } décès par an à prévoir ({ $range }).
   *[other] { $name } : { $count } décès par an à prévoir ({ $range }).
}
cost-group-whole = En tout : mise en place et { $duration }
cost-group-year = Par an, sans la mise en place
cost-title-fund = Ce que cela coûte, à côté du fonds
cost-title-force = { $title } ; { $force }
cost-subtitle = { $title } ; cas central
cost-subtitle-ranges = { $title } ; cas central, du 5e au 95e percentile
cost-spoken = Coût en { $unit } : { $rows }.
cost-spoken-whole = { $name } : { $whole } en tout
cost-spoken-fund = { $name } : { $whole } en tout, le fonds après { $time }
cost-fund = Fonds : { $fund }
cost-axis = Coût
cost-used-up = { $basis } : le fonds est épuisé après { $time }
cost-used-up-alone = Fonds épuisé après { $time }
cost-over-time-title = Comment le coût s’accumule
cost-over-time-subtitle = { $title } ; mise en place le premier jour
cost-years-axis = Années depuis le premier jour
cost-so-far = Coût cumulé
build-up-title = La montée en puissance
build-up-proposed = Force proposée
build-up-sustainable = Force soutenable
build-up-short = il manque { $short }
build-up-not-in = pas en { $days }
build-up-assumed = hypothèse
build-up-beside = { $name } (outre { $others } autres comptés)
build-up-mark-beside = { $name } : { $value } outre les autres comptés
build-up-head-takes = Ce qu’il faut
build-up-head-central = Central
build-up-head-range = Plage
build-up-head-after = D’après
build-up-inputs-caption = À partir de quoi la montée en puissance est calculée, jour par jour.
build-up-head-reach = À atteindre
build-up-personnel = Personnel
build-up-head-fast = Rapide, jour
build-up-head-central-day = Central, jour
build-up-head-slow = Lent, jour
build-up-head-coalition = Coalition, jour
build-up-caption = Le premier jour, compté à partir de la décision, à la fin duquel l’effectif est atteint. Rapide et lent : 5e et 95e percentiles des tirages, la force proposée inchangée.
build-up-caption-coalition = Coalition : le cas central avec les soldats que ses membres peuvent envoyer, séjour après séjour.
build-up-by-day-alone = La force proposée de { $force } est sur place au jour { $day }, si seul le transport limite.
build-up-absent = Le scénario ne donne pas ces délais, comptés pour rien : { $inputs }.
build-up-by-day-cases = Le transport amène la force proposée de { $force } au jour { $day } (cas rapide : { $fast } ; cas lent : { $slow }).
build-up-by-day = Le transport amène la force proposée de { $force } au jour { $day } ({ $fast } à { $slow }).
build-up-not-reached = Dans le cas central, la force proposée de { $force } n’est pas atteinte : la montée en puissance s’arrête { $short } soldats en dessous.
build-up-too-long = Dans le cas central, la force proposée de { $force } n’est pas sur place en { $days } jours.
build-up-begins = Les premières unités arrivent au jour { $first }, le flux des autres commence au jour { $stream }.
build-up-cap = La montée en puissance s’arrête à { $cap } soldats, car on ne peut pas en maintenir davantage sur place.
build-up-never = Au-dessus de la force proposée, si bien que cette montée en puissance ne les atteint jamais : { $methods }.
build-up-even-stream = Un flux régulier est une simplification : aucun port, aucune voie ferrée, aucun camp n’y est trop petit.
build-up-for-good = Au cas central, la coalition peut la fournir durablement : { $sustainable } soldats sont le maximum qu’elle puisse y maintenir.
build-up-no-tour = Au cas central, la coalition ne remplit pas cette force pour une seule relève. Ce qu’elle peut soutenir, { $sustainable }, est là au jour { $day } : il manque { $short } par rapport à la force proposée.
build-up-full-until = { $tours ->
    [one] Au cas central, la coalition peut pourvoir tous les postes pendant { $time } ({ $tours } séjour), si bien que la force proposée est sur place jusqu’au jour { $day } ; ensuite il en reste { $left } jusqu’à ce que les premiers puissent repartir, { $back } après leur départ, puis durablement { $sustainable } : il manque { $short }.
   *[other] Au cas central, la coalition peut pourvoir tous les postes pendant { $time } ({ $tours } séjours), si bien que la force proposée est sur place jusqu’au jour { $day } ; ensuite il en reste { $left } jusqu’à ce que les premiers puissent repartir, { $back } après leur départ, puis durablement { $sustainable } : il manque { $short }.
}
build-up-never-whole = { $tours ->
    [one] Au cas central, la coalition peut pourvoir tous les postes pendant { $time } ({ $tours } séjour) : les premiers sont rentrés avant que les derniers n’arrivent, et la force proposée n’est jamais sur place tout entière. Ensuite il en reste { $left } jusqu’à ce que les premiers puissent repartir, { $back } après leur départ, puis durablement { $sustainable } : il manque { $short }.
   *[other] Au cas central, la coalition peut pourvoir tous les postes pendant { $time } ({ $tours } séjours) : les premiers sont rentrés avant que les derniers n’arrivent, et la force proposée n’est jamais sur place tout entière. Ensuite il en reste { $left } jusqu’à ce que les premiers puissent repartir, { $back } après leur départ, puis durablement { $sustainable } : il manque { $short }.
}
build-up-chart-title = La montée en puissance de la force
build-up-subtitle = { $title } ; bande : du 5e au 95e percentile de l’effectif chaque jour
build-up-band-moved = bande : du 5e au 95e percentile de l’effectif chaque jour, ≈ d’après les tirages de cette page
build-up-transport = Transport seul
build-up-coalition = Avec la coalition
build-up-mark-proposed = Proposé : { $force }
build-up-mark-cap = Maximum maintenable sur place : { $force }
build-up-mark-sustainable = Soutenable : { $force }
build-up-there = Jour { $day } : en place
build-up-brought = Jour { $day } : acheminée
build-up-spoken = Personnel par jour depuis la décision.
build-up-spoken-there = La force proposée est sur place au jour { $day }.
build-up-axis = Jours depuis la décision
build-up-strength = Effectif
cost-nothing = Ni coûts ni pertes ne peuvent être calculés : il manque au scénario { $inputs }. À indiquer, par exemple :
build-up-case-day = jour { $day }
