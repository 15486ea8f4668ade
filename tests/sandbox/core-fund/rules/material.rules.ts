import { CoreRefusal } from '../gateway/refusal.ts';
import type { Core } from '../store/core.ts';
import type { Application } from './weighing.ts';

/** Whether a paper was handed in. @throws CoreRefusal 300013 for one that is unknown or another's */
export function hasMaterial(core: Core, { khbh, materials }: Pick<Application, 'khbh' | 'materials'>): boolean {
  for (const clbh of materials) {
    if (core.one('SELECT 1 FROM material WHERE clbh = ? AND khbh = ?', clbh, khbh) === undefined) throw new CoreRefusal('300013');
  }
  return materials.length > 0;
}
