import { ClusterTarget } from '../../../lib';
import { madeWithAll } from '../../support/workloads/made';
import { ALL_NAMES, modelService } from '../../support/workloads/model-service';

const text = JSON.stringify(madeWithAll(modelService, ClusterTarget.kubernetes('1.33')).all());

test.each(Object.entries(ALL_NAMES))('the name of the %s is the given one', (_what, name) => {
  expect(text).toContain(`"name":"${name}"`);
});
