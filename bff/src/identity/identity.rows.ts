import { AttemptRow } from './adapters/attempt.row.ts';
import { FaceCheckRow } from './adapters/face-check.row.ts';
import { PersonHandleRow, PersonRow } from './adapters/person.row.ts';

/** For the data source. */
export const identityRows = [PersonRow, PersonHandleRow, FaceCheckRow, AttemptRow];
