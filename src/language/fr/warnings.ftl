# Avertissements ; ceux en anglais se trouvent dans le programme, là où il avertit.

warning-not-a-strength = `{ $name }` n’est pas un effectif : `counting` n’y a pas de sens
warning-no-source = `{ $name }` n’a aucune source
warning-metric-no-source = L’indicateur `{ $name }` n’a aucune source
warning-mission-no-source = La mission `{ $name }` n’a aucune source
warning-no-purpose = Le scénario n’indique aucune finalité
warning-nothing-computed = Les données de ce scénario ne permettent aucun calcul
warning-undefined = `{ $name }` n’est pas défini au cas central
warning-overflow = `{ $name }` dépasse au cas central le plus grand nombre représentable
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
