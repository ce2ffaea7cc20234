create spatial index measure_shape on measure (shape);
