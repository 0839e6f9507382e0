discovery-part-fails = Quand le plan échoue
discovery-part-holds = Quand le plan tient
discovery-caution = Les valeurs p proviennent des mêmes tirages que ceux où la boîte a été trouvée et ne sont pas corrigées de la recherche : elles disent de quelles restrictions douter et n’en prouvent aucune.
discovery-fails = échoue
discovery-holds = se vérifie
discovery-between = entre { $low } et { $high }
discovery-above = au-dessus de { $low }
discovery-below = au-dessous de { $high }
discovery-anything = quelconque
discovery-none = { $condition } : { $verb } dans 0 tirage sur { $samples }, si bien qu’il n’y a rien à chercher.
discovery-all = { $condition } : { $verb } dans tous les { $samples } tirages, si bien qu’il n’y a rien à chercher.
discovery-few = { $condition } : { $verb } dans { $few ->
    [one] { $few } tirage
   *[other] { $few } tirages
} sur { $samples }, trop peu pour dire avec quelles données.
discovery-all-but-few = { $condition } : { $verb } dans tous les { $samples } tirages sauf { $few }, trop peu pour dire avec quelles données.
discovery-nowhere = { $condition } : { $verb } dans { $share } des { $samples } tirages ; aucune boîte d’au moins { $least } tirages où cela arrive plus souvent n’a été trouvée.
discovery-found = { $condition } : { $verb } dans { $share } des { $samples } tirages. Avec { $inputs }, la condition { $verb } dans { $density } des cas, soit { $coverage } de tous les cas où elle { $verb }.
discovery-head-inside = Dans la boîte
discovery-head-range = Plage entière
discovery-head-p = Valeur p
discovery-case = { $title } ; { $samples } tirages ; { $what }
discovery-title = Où la condition { $verb } : { $condition }
discovery-box = condition : { $condition } ; la boîte contient { $coverage } de tous les cas où elle { $verb }
discovery-trajectory = Ce que couvrent les boîtes : { $condition }
discovery-trajectory-what = boîtes allant de tous les tirages (à droite) à des boîtes de plus en plus petites
discovery-chosen-spoken = La boîte retenue couvre { $coverage } % de tous les cas où la condition { $verb } ; elle { $verb } dans { $density } % des cas de la boîte.
discovery-coverage = Couverture : part de tous les cas où elle { $verb }
discovery-density = Densité : part des cas de la boîte où elle { $verb }
discovery-chosen = Boîte retenue : { $share } %
discovery-nothing = Le scénario ne pose aucune condition dont l’échec pourrait être expliqué : en nommer une par --condition "METRIC >= VALUE", ou ajouter au scénario [[condition]] avec `that = "METRIC >= VALUE"`.
