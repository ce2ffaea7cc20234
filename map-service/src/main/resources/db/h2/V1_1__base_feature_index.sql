create spatial index base_feature_shape on base_feature (shape);
create index base_feature_role on base_feature (role);
