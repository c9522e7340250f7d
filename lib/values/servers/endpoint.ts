import { checkEndpointPath } from '../../internal/checks/paths';
import { checkCommand } from '../../internal/checks/text';
import type { Definition } from '../../internal/definition';
import type { Checker } from '../../internal/errors';
import type { ServerEndpoint } from './profile';

/** What a health check depends on. */
export interface EndpointContext {
  /** Names of the ports that the server opens; empty where they are not known. */
  readonly ports: readonly string[];
}

export type EndpointDefinition = Definition<EndpointContext, ServerEndpoint>;

export function endpointDefinition(endpoint: ServerEndpoint): EndpointDefinition {
  return { check: (check, { ports }) => checkEndpoint(check, endpoint, ports), plan: () => endpoint };
}

/** Refuses an endpoint on a port that the server does not open. */
function checkEndpoint(check: Checker, endpoint: ServerEndpoint, ports: readonly string[]): void {
  if (endpoint.type === 'http') checkEndpointPath(check.at('path'), endpoint.path);
  if (endpoint.type === 'exec') {
    if (endpoint.command.length === 0) check.at('command').refuse(endpoint.command, 'a program', 'name it');
    checkCommand(check.at('command'), endpoint.command);
  } else if (ports.length > 0 && !ports.includes(endpoint.port))
    check.at('port').refuse(endpoint.port, `a port of this server (${ports.join(', ')})`, 'name one of them');
}
