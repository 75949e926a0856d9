-- What became about something else was still kept with the clusters that it was about.
delete from figure_clusters c using figures f where f.id = c.figure and not f.subject ? 'clusters';
