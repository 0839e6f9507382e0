supply-title = La force est-elle soutenable
supply-head-coalition = Coalition
supply-head-contributor = Contributeur
supply-head-stance = Position
supply-land-forces = Forces terrestres
supply-committed = Engagées
supply-not-deployable = Non projetables
supply-head-available = Disponibles
supply-head-sustainable = Soutenables
supply-sustainable = Soutenables
supply-head-share = Part
supply-head-over-under = En plus ou en moins
supply-head-method = Méthode
supply-head-required = Besoin
supply-head-sustained = Couvert
supply-head-meant = Prévue pour cela
supply-head-samples = Part des tirages
supply-yes = oui
supply-members-caption = La coalition. Engagées, non projetables et disponibles font ensemble les forces terrestres ; les soutenables sont les disponibles divisées par le facteur de rotation.
supply-others-caption = Hors de la coalition et dans aucune somme : ce qu’ils pourraient soutenir s’ils participaient.
supply-fair-caption = Parts équitables de la force proposée ; en plus ou en moins : ce qu’un membre peut soutenir, moins sa part.
supply-methods-caption = La force soutenable à côté de ce que demande chaque méthode : quelle part elle en couvre, et dans quelle part des tirages ce besoin est atteint.
supply-answer = { $members ->
    [one] Une coalition d’un seul membre
   *[other] Une coalition de { $members } membres
} peut maintenir durablement { $sustainable } soldats sur le théâtre : { $available } disponibles, divisés par un facteur de rotation de { $factor }.
supply-answer-below = La force proposée de { $proposed } est inférieure de { $margin } à ce nombre.
supply-answer-above = La force proposée de { $proposed } dépasse ce nombre de { $gap } ; il lui faudrait une base de rotation de { $base }.
supply-binds-armies = Ce qui limite est la taille des armées : la coalition compte { $land } soldats dans ses forces terrestres.
supply-binds-commitments = Ce qui limite est ce qui est déjà engagé : sur { $land }, seuls { $free } sont libres.
supply-binds-share = Ce qui limite est la part projetable : sur { $free } soldats libres, seuls { $available } peuvent être envoyés, de sorte que pas même un seul séjour ne pourrait être pourvu.
supply-binds-rotation = Ce qui limite est la rotation : { $available } soldats peuvent être envoyés, assez pour un séjour, mais pas durablement.
supply-no-tour = Le vivier ne remplit pas un seul séjour à plein effectif ; dès le début, { $to } pourraient être maintenus.
supply-one-tour = un séjour
supply-tours = { $count ->
    [one] { $count } séjour
   *[other] { $count } séjours
}
supply-tours-timed = { $tours } ({ $time })
supply-lasts-left = À plein effectif, le vivier suffit pour { $tours } ; ensuite la force doit se réduire à { $left }, ceux qui ne sont pas encore partis, jusqu’à ce que les premiers puissent repartir, { $back } après leur départ. À partir de là, elle est durablement de { $to }.
supply-lasts = À plein effectif, le vivier suffit pour { $tours } ; ensuite la force doit se réduire à { $to }.
supply-probable = Sur les plages des données, la force soutenable va de { $low } à { $high } dans neuf tirages sur dix.
supply-probable-share = Sur les plages des données, la force soutenable va de { $low } à { $high } dans neuf tirages sur dix ; elle atteint la force proposée dans { $share } de l’ensemble des tirages.
supply-probable-interval = Sur les plages des données, la force soutenable va de { $low } à { $high } dans neuf tirages sur dix ; elle atteint la force proposée dans { $share } de l’ensemble des tirages (intervalle à 95 % : { $from } à { $to } %).
supply-both = { $first } et { $last }
supply-meets = Seuil pour « { $input } » : l’offre atteint la force proposée à { $places } ; actuellement { $now }.
supply-never-meets = Aucun seuil pour « { $input } » : de { $from } à { $to }, l’écart n’est jamais comblé, il manque au mieux { $missing } soldats (à { $best }).
supply-coalition = { $count ->
    [one] { $sustainable } ({ $who } ; { $count } contributeur)
   *[other] { $sustainable } ({ $who } ; { $count } contributeurs)
}
supply-by-coalition = Force soutenable selon la coalition : { $coalitions }.
supply-joining-one = Un contributeur de plus, le plus grand en dehors, comblerait l’écart.
supply-joining = Les { $count } plus grands en dehors devraient se joindre à la coalition pour combler l’écart.
supply-joining-none = Même tous ceux qui sont en dehors ne combleraient pas l’écart.
supply-published-below = Publié comme mobilisable : de { $low } à { $high } ({ $sources }) ; la somme est en dessous : les armées ou la part projetable sont prises plus petites ici, les engagements plus grands, ou la coalition est plus restreinte.
supply-published-above = Publié comme mobilisable : de { $low } à { $high } ({ $sources }) ; la somme est au-dessus : elle compte l’armée de chaque membre, quoi qu’il soit prêt à envoyer, ou une coalition plus large.
supply-published-within = Publié comme mobilisable : de { $low } à { $high } ({ $sources }) ; la somme est entre les deux.
supply-footer = Scénario : { $scenario }. Sources : voir les données des contributeurs. Calculé avec forcesize.
supply-inside = Dans la coalition
supply-outside = Hors de la coalition
supply-group = { $name } ({ $all })
supply-group-largest = { $name } (les { $most } plus grands sur { $all })
supply-contributors-title = Ce que deviennent les forces terrestres de chaque contributeur
supply-contributors-subtitle = { $title } ; classés selon la force soutenable, inscrite au bout de la barre
supply-spoken = { $name } : { $sustainable } soutenables
supply-unit = soldats
supply-not-sustainable = Disponibles, non soutenables
supply-of-coalition = Offre de la coalition
supply-asked-meant = Besoin selon les méthodes prévues pour cette finalité ({ $purpose })
supply-asked-other = Besoin selon d’autres méthodes
supply-beside-title = L’offre à côté du besoin
supply-beside-subtitle = { $title } ; méthodes : du 5e au 95e percentile
supply-beside-samples = { $title } ; du 5e au 95e percentile
supply-beside-spoken = Au cas central : { $rows }.
supply-named = { $name } : { $value }
supply-proposed = Proposé : { $force }
supply-personnel = Soldats
supply-rotation-title = Ce que la rotation laisse durablement
