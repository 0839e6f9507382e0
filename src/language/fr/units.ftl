# Unités. Après « par » : l'attribut .per.
unit-per = par
unit-people = { $count ->
       [one] habitant
      *[other] habitants
    }
    .per = habitant
unit-inhabitants = { unit-people }
    .per = habitant
unit-residents = { unit-people }
    .per = habitant
unit-personnel-per-1000-people = militaires pour 1 000 habitants
unit-personnel = { $count ->
       [one] militaire
      *[other] militaires
    }
    .per = militaire
unit-troops = { $count ->
       [one] soldat
      *[other] soldats
    }
    .per = soldat
unit-soldiers = { $count ->
       [one] soldat
      *[other] soldats
    }
    .per = soldat
unit-soldier = { unit-soldiers }
    .per = soldat
unit-peacekeepers = { $count ->
       [one] soldat de la paix
      *[other] soldats de la paix
    }
    .per = soldat de la paix
unit-peacekeeper = { unit-peacekeepers }
    .per = soldat de la paix
unit-million-people = { $count ->
       [one] million d’habitants
      *[other] millions d’habitants
    }
unit-thousand-people = milliers d’habitants
unit-million-EUR = M EUR
unit-EUR-per-personnel-year = EUR par militaire et par an
unit-EUR-per-personnel-per-year = EUR par militaire et par an
unit-EUR-per-soldier-year = EUR par militaire et par an
unit-USD-per-personnel-year = USD par militaire et par an
unit-USD-per-personnel-per-year = USD par militaire et par an
unit-personnel-year = années-militaire
unit-personnel-years = années-militaire
unit-miles = { $count ->
       [one] mille
      *[other] milles
    }
    .per = mille
unit-mile = { unit-miles }
    .per = mille
unit-square-miles = milles carrés
unit-yards = yards
unit-year = { $count ->
       [one] an
      *[other] ans
    }
    .per = an
unit-years = { unit-year }
    .per = an
unit-month = mois
    .per = mois
unit-months = mois
    .per = mois
unit-week = { $count ->
       [one] semaine
      *[other] semaines
    }
    .per = semaine
unit-weeks = { unit-week }
    .per = semaine
unit-day = { $count ->
       [one] jour
      *[other] jours
    }
    .per = jour
unit-days = { unit-day }
    .per = jour
unit-hour = { $count ->
       [one] heure
      *[other] heures
    }
    .per = heure
unit-hours = { unit-hour }
    .per = heure
unit-thousand = milliers
unit-million = { $count ->
       [one] million
      *[other] millions
    }
unit-billion = Md
unit-bn = Md
unit-trillion = { $count ->
       [one] billion
      *[other] billions
    }
unit-USD-per-personnel-month = USD par militaire et par mois
unit-billion-EUR = milliards EUR
unit-billion-EUR-per-year = milliards EUR par an
