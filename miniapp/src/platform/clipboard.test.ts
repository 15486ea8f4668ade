import { copyText } from './clipboard.ts';

const board = { text: '', allowed: true };
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    setClipboardData: ({ data }: { data: string }) => {
      if (!board.allowed) return Promise.reject(new Error('setClipboardData:fail'));
      board.text = data;
      return Promise.resolve();
    },
  },
}));

it('copies a text, or says that it could not', async () => {
  await expect(copyText('https://door/h5/#/v')).resolves.toBe(true);
  board.allowed = false;
  await expect(copyText('other')).resolves.toBe(false);
  expect(board.text).toBe('https://door/h5/#/v');
});
