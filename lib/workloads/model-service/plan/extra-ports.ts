import { checkServerPort } from '../../../internal/checks/addresses';
import type { Checker } from '../../../internal/errors';
import { checkName } from '../../../internal/names';
import type { ServerPort } from '../../../values/servers/profile';
import { SERVICE_PORT_DEFAULTS } from '../defaults';
import type { ModelServiceProps } from '../model-service-props';

/** A further port of the server, with the place where it was given. */
export interface ExtraPortPlan extends ServerPort {
  readonly at: Checker;
  /** Whether callers may connect. */
  readonly open: boolean;
  /** Whether the Service has it too. */
  readonly inService: boolean;
}

/** Checks and decides the further ports of the server. */
export function decideExtraPorts(check: Checker, { ports = [] }: ModelServiceProps): ExtraPortPlan[] {
  const { values } = SERVICE_PORT_DEFAULTS;
  return ports.map((one, i) => {
    const at = check.at('ports').at(i);
    const { name, port, appProtocol, open = values.open, inService = values.inService } = one;
    checkName(at.at('name'), name, 'port');
    checkServerPort(at.at('port'), port);
    if (inService && !open)
      at.at('open').refuse(false, 'true, where the Service has the port', 'leave it out, or leave out inService');
    return { name, port, ...(appProtocol === undefined ? {} : { appProtocol }), at, open, inService };
  });
}
