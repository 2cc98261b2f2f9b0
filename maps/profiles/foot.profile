# A courier on foot. What each line means: docs/FORMATS.md, "Road profiles".
name foot
reference-speed 4.5
traffic left

access-keys access foot
oneway-keys oneway:foot
access yes open
access permissive open
access designated open
access official open
access public open
access private restricted
access destination open
access customers open
access delivery open
access residents open
access permit restricted
access no closed
access agricultural closed
access forestry closed
access military closed
access emergency closed
access use_sidepath closed
restricted-factor 3

closed-where motorroad yes
speed trunk 4.5
speed trunk_link 4.5
speed primary 4.5
speed primary_link 4.5
speed secondary 4.5
speed secondary_link 4.5
speed tertiary 4.5
speed tertiary_link 4.5
speed unclassified 4.5
speed residential 4.5
speed living_street 4.5
speed service 4.5
speed alley 4.5
speed road 4.5
speed track 4.5
speed pedestrian 4.5
speed path 4.5
speed footway 4.5
speed motorway 4.5 where-allowed
speed motorway_link 4.5 where-allowed
speed cycleway 4.5
speed bridleway 4.5
speed steps 2.5

surface mud 3
surface sand 3.5
smoothness horrible 3.5
smoothness very_horrible 3
smoothness impassable closed
maxspeed ignore

signals 20
barrier wall closed
barrier fence closed
barrier hedge closed
barrier ditch closed
barrier city_wall closed
barrier retaining_wall closed
barrier other 0

ferry-speed 12
ferry-boarding 900
ferry-link 500
walking-speed 4.5
walking-detour 1.3
snap-limit 1000
