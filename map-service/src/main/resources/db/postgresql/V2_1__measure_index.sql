create index measure_shape on measure using gist (shape);
