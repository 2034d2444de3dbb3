"""How the classifier of food photos is trained: photos and their split, the net, its fitting, the bundle it becomes."""
