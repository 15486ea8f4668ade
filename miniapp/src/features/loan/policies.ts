import { packFromJson } from '@anju/shared/policy';
import { xiamen } from '@anju/shared/policy/packs/xiamen';
import { device } from '../../api/api.ts';
import { call } from '../../api/call.ts';
import { PolicyStore } from './policy.store.ts';

/** The packs on this phone; the own centre's came with the app. */
export const policies = {
  ownCentre: xiamen.centre,
  store: new PolicyStore({
    store: device,
    own: xiamen,
    fetch: async (centre) => (await call('showPolicy', { params: { centre } })).pack,
    check: packFromJson,
  }),
};
