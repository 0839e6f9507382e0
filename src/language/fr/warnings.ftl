# Avertissements ; ceux en anglais se trouvent dans le programme, là où il avertit.

warning-not-a-strength = `{ $name }` n’est pas un effectif : `counting` n’y a pas de sens
warning-no-source = `{ $name }` n’a aucune source
warning-metric-no-source = L’indicateur `{ $name }` n’a aucune source
warning-mission-no-source = La mission `{ $name }` n’a aucune source
warning-no-purpose = Le scénario n’indique aucune finalité
warning-nothing-computed = Les données de ce scénario ne permettent aucun calcul
warning-undefined = `{ $name }` n’est pas défini au cas central
warning-undefined-in-ranges = `{ $name }` peut ne pas être défini partout sur les plages de ses données
warning-disagree = `{ $name }` vaut { $stated }, mais { $formula } donne { $computed }
warning-mixed-counting = `{ $name }` mêle effectif { $rule } et effectif { $other }
warning-not-available = `{ $name }` n’est pas disponible : nécessite { $needs }
warning-not-a-choice = Le cas central de `{ $name }` ne figure pas parmi ses choix
warning-read-as = `{ $written }` est lu comme { $number }
warning-another-unit = `{ $name }` n’a pas la même unité que les indicateurs montrés et n’est pas tracé
warning-flat-line = `{ $name }` ne dépend pas de ce que l’on fait varier
warning-empty-chart = Le graphique `{ $name }` n’a rien à montrer
warning-hard-to-read = `{ $key }` se lit mal sur le fond : contraste de { $reached } ; un texte exige { $needed }
warning-cut = { $share } % de la plage de `{ $name }` se trouve hors de ses limites et est coupé
warning-cut-moves = { $share } % de la plage de `{ $name }` se trouve hors de ses limites et est coupé, ce qui déplace les valeurs indiquées : { $moved }
warning-pole = `{ $name }` divise par `{ $operand }`, nul ou de signe opposé dans { $share } % des tirages
warning-root = `{ $name }` prend la racine de `{ $operand }`, négatif dans { $share } % des tirages
warning-logarithm = `{ $name }` prend le logarithme de `{ $operand }`, nul ou négatif dans { $share } % des tirages
warning-power = `{ $name }` calcule la puissance `{ $operation }`, dont la base sort de son domaine ou franchit un pôle dans { $share } % des tirages
warning-rank-missed = Pour `{ $first }` et `{ $second }`, la corrélation de rang indiquée est de { $asked } ; celle obtenue est de { $reached }
