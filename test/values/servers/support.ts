import type { ServerEndpoint } from '../../../lib/values/servers/profile';

/** Port and path of an endpoint, or what else it is. */
export const printed = (endpoint: ServerEndpoint) =>
  endpoint.type === 'exec'
    ? 'exec'
    : `${endpoint.port} ${endpoint.type === 'http' ? endpoint.path : `(${endpoint.type})`}`;
