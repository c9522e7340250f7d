import { findInterpreter } from './interpreter';
import { FOLDER_VARIABLE, makeProject } from './project';

/** Once for all test files, so that they all test the same sources. */
export default function setUp(): void {
  const interpreter = findInterpreter();
  if (typeof interpreter !== 'string') process.env[FOLDER_VARIABLE] = makeProject(interpreter);
  else if (process.env.CI) throw Object.assign(new Error(), { stack: interpreter });
  else console.log(`not run: ${interpreter}`);
}
