import { Duration } from 'cdk8s';
import { defaultsTable } from '../defaults-table';

export const EXTERNAL_SECRET = defaultsTable('ExternalSecretOptions', {
  clusterStore: false,
  refresh: Duration.hours(1),
});
