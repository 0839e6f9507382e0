# Unités. Après « par » : l’attribut .per ; après un nom de nombre, « de » : l’attribut .of.
unit-per = par
    .number = pour
unit-people = { $count ->
       [one] habitant
      *[other] habitants
    }
    .per = { $count ->
       [one] habitant
      *[other] habitants
    }
    .of = d’habitants
unit-inhabitants = { unit-people }
    .per = { unit-people.per }
    .of = d’habitants
unit-residents = { unit-people }
    .per = { unit-people.per }
    .of = d’habitants
unit-personnel = { $count ->
       [one] militaire
      *[other] militaires
    }
    .per = { $count ->
       [one] militaire
      *[other] militaires
    }
    .of = de militaires
unit-troops = { $count ->
       [one] soldat
      *[other] soldats
    }
    .per = { $count ->
       [one] soldat
      *[other] soldats
    }
    .of = de soldats
unit-soldiers = { unit-troops }
    .per = { unit-troops.per }
    .of = de soldats
unit-peacekeepers = { $count ->
       [one] soldat de la paix
      *[other] soldats de la paix
    }
    .per = { $count ->
       [one] soldat de la paix
      *[other] soldats de la paix
    }
    .of = de soldats de la paix
unit-million-EUR = M EUR
unit-EUR-per-personnel-year = EUR par militaire et par an
unit-EUR-per-personnel-per-year = EUR par militaire et par an
unit-EUR-per-soldier-year = EUR par militaire et par an
unit-USD-per-personnel-year = USD par militaire et par an
unit-USD-per-personnel-per-year = USD par militaire et par an
unit-USD-per-personnel-month = USD par militaire et par mois
unit-personnel-years = { $count ->
       [one] année-militaire
      *[other] années-militaire
    }
    .per = { $count ->
       [one] année-militaire
      *[other] années-militaire
    }
    .of = d’années-militaire
unit-personnel-year = { unit-personnel-years }
    .per = { unit-personnel-years.per }
    .of = d’années-militaire
unit-soldier-year = { unit-personnel-years }
    .per = { unit-personnel-years.per }
    .of = d’années-militaire
unit-soldier-years = { unit-personnel-years }
    .per = { unit-personnel-years.per }
    .of = d’années-militaire
unit-personnel-months = mois-militaire
    .per = mois-militaire
    .of = de mois-militaire
unit-personnel-month = { unit-personnel-months }
    .per = { unit-personnel-months.per }
    .of = de mois-militaire
unit-personnel-days = { $count ->
       [one] jour-militaire
      *[other] jours-militaire
    }
    .per = { $count ->
       [one] jour-militaire
      *[other] jours-militaire
    }
    .of = de jours-militaire
unit-personnel-day = { unit-personnel-days }
    .per = { unit-personnel-days.per }
    .of = de jours-militaire
unit-km = km
unit-m = m
unit-ha = ha
unit-miles = { $count ->
       [one] mille
      *[other] milles
    }
    .per = { $count ->
       [one] mille
      *[other] milles
    }
    .of = de milles
unit-square-miles = { $count ->
       [one] mille carré
      *[other] milles carrés
    }
    .per = { $count ->
       [one] mille carré
      *[other] milles carrés
    }
    .of = de milles carrés
unit-square-mile = { unit-square-miles }
    .per = { unit-square-miles.per }
    .of = de milles carrés
unit-nmi = { $count ->
       [one] mille marin
      *[other] milles marins
    }
    .per = { $count ->
       [one] mille marin
      *[other] milles marins
    }
    .of = de milles marins
unit-yards = { $count ->
       [one] yard
      *[other] yards
    }
    .per = { $count ->
       [one] yard
      *[other] yards
    }
unit-feet = { $count ->
       [one] pied
      *[other] pieds
    }
    .per = { $count ->
       [one] pied
      *[other] pieds
    }
unit-years = { $count ->
       [one] an
      *[other] ans
    }
    .per = { $count ->
       [one] an
      *[other] ans
    }
    .of = d’années
unit-months = mois
    .per = mois
    .of = de mois
unit-weeks = { $count ->
       [one] semaine
      *[other] semaines
    }
    .per = { $count ->
       [one] semaine
      *[other] semaines
    }
    .of = de semaines
unit-days = { $count ->
       [one] jour
      *[other] jours
    }
    .per = { $count ->
       [one] jour
      *[other] jours
    }
    .of = de jours
unit-hours = { $count ->
       [one] heure
      *[other] heures
    }
    .per = { $count ->
       [one] heure
      *[other] heures
    }
    .of = d’heures
unit-EUR = EUR
unit-euros = { $count ->
       [one] euro
      *[other] euros
    }
    .per = { $count ->
       [one] euro
      *[other] euros
    }
    .of = d’euros
unit-hundred = { $count ->
       [one] centaine
      *[other] centaines
    }
    .per = { $count ->
       [one] centaine
      *[other] centaines
    }
unit-thousand = { $count ->
       [one] millier
      *[other] milliers
    }
    .per = { $count ->
       [one] millier
      *[other] milliers
    }
unit-million = { $count ->
       [one] million
      *[other] millions
    }
    .per = { $count ->
       [one] million
      *[other] millions
    }
unit-billion = Md
unit-bn = Md
unit-trillion = { $count ->
       [one] billion
      *[other] billions
    }
    .per = { $count ->
       [one] billion
      *[other] billions
    }
unit-billion-EUR = { $count ->
       [one] milliard d’EUR
      *[other] milliards d’EUR
    }
unit-billion-EUR-per-year = { unit-billion-EUR } par an
unit-percent = {"%"}
