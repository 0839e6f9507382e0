break-even-part = Où la cible est atteinte
break-even-parts = Où les cibles sont atteintes
break-even-not-searched = { $name } : recherche non effectuée, { $reason }.
break-even-head = { $subject } en fonction de « { $input } », de { $from } à { $to }, cible { $target } :
break-even-crossed = { $head } { $found }.
break-even-crossed-often = { $count ->
    [one] { $head } la cible est atteinte en { $count } point : { $places }.
   *[other] { $head } la cible est atteinte en { $count } points : { $places }.
}
break-even-step = à { $at }, la valeur franchit la cible d’un saut, de { $before } à { $after }
break-even-level = la valeur est égale à la cible de { $at } à { $until }
break-even-rising = à { $at }, la valeur passe au-dessus de la cible
break-even-falling = à { $at }, la valeur passe au-dessous de la cible
break-even-touching = à { $at }, la valeur touche la cible et repart
break-even-flat = { $head } la cible n’est jamais atteinte : la valeur est partout de { $value }.
break-even-short = { $head } la cible est hors de portée : au mieux { $value } à { $at }.
break-even-exceeded = { $head } la cible est dépassée partout : le minimum est { $value } à { $at }.
break-even-never = { $head } la cible n’est jamais atteinte ; le plus proche est { $value } à { $at }.
break-even-always = { $head } la cible est atteinte partout : rien ne varie.
break-even-undefined = { $head } aucune valeur n’est définie dans cette plage.
break-even-independent = `{ $metric }` ne dépend pas de `{ $input }`.
break-even-no-range = Hormis `{ $input }`, aucune donnée avec plage n’agit dessus : tous les tirages sont le cas central.
break-even-samples = { $samples } tirages ({ $sampler }, graine { $seed }) de { $inputs }, effectués une fois et utilisés pour chaque valeur de { $input }, qui y est fixée quelle que soit sa propre plage. Le point est exact pour ces tirages ; d’autres le déplacent un peu.
break-even-samples-share = { $samples } tirages ({ $sampler }, graine { $seed }) de { $inputs }, effectués une fois et utilisés pour chaque valeur de { $input }, qui y est fixée quelle que soit sa propre plage. Le point est exact pour ces tirages, à un tirage sur { $samples } près ; d’autres le déplacent un peu.
break-even-case = { $title } ; { $samples } tirages des autres données avec plages ({ $count }), les mêmes en chaque point
break-even-target = Cible : { $value }
break-even-target-at = Cible à { $value }
frontier-head = { $subject } à { $target }
frontier-curve = { $head } : avec { $from } ({ $across }), il faut { $needs } ({ $up }) ; avec { $to }, il faut { $then }.
frontier-nowhere = { $head } : atteint nulle part ; { $across } de { $from } à { $to }, { $up } de { $least } à { $most }.
frontier-gaps = Pour { $without } des { $all } valeurs de « { $across } », aucune valeur de « { $up } » entre { $least } et { $most } ne convient.
frontier-samples = { $samples } tirages ({ $sampler }, graine { $seed }), les mêmes pour chaque couple de valeurs de { $across } et { $up }, qui y sont fixées quelles que soient leurs propres plages. La courbe est exacte pour ces tirages ; d’autres la déplacent un peu.
frontier-title = Où { $subject } vaut { $target }, selon { $across } et { $up }
frontier-case = { $title } ; { $samples } tirages des autres données avec plages, les mêmes en chaque point
frontier-central = Cas central
frontier-met = Atteint : au moins { $target }
frontier-missed = Insuffisant : moins de { $target }
