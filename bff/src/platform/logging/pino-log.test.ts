import { PinoLog } from './pino-log.ts';
import { requestContext } from './request-context.ts';

const written = (write: (log: PinoLog) => void): string => {
  const lines: string[] = [];
  write(new PinoLog('debug', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
};

describe('the log', () => {
  test('a line has its event, its level and the id of the request around it', () => {
    const line = written((log) => requestContext.run({ requestId: 'r-1' }, () => log.event('case.moved', { caseId: 'c1', state: 'paid' })));
    expect(JSON.parse(line)).toMatchObject({ level: 'info', event: 'case.moved', requestId: 'r-1', caseId: 'c1', state: 'paid' });
  });

  test('a field with a personal name is never written, whatever stands in it', () => {
    const line = written((log) => log.event('provider.failed', { mobile: 'x1', token: 'x2', name: 'x3', idNumber: 'x4', openId: 'x5', code: 40001 }));
    expect(line).not.toMatch(/x[1-5]/);
    expect(line).toContain('40001');
  });

  test.each([
    ['a document', '11010119000101000X'],
    ['a mobile', '13800000001'],
    ['a card', '6200000000000000000'],
    ['a name', '张三'],
  ])('%s in an error\'s message is taken out', (_what, personal) => {
    expect(written((log) => log.event('request.failed', {}, new Error(`cannot book for ${personal}, sorry`)))).not.toContain(personal);
  });

  test.each([
    ['a driver', Object.assign(new Error('Duplicate entry secret-row'), { driverError: { code: 'ER_DUP_ENTRY' } })],
    ['a raw driver', Object.assign(new Error('bad secret-row'), { sql: 'INSERT …' })],
    ['a parser', new SyntaxError('Unexpected token in "secret-row"')],
  ])('the message of %s is not kept, since it quotes', (_what, error) => {
    const line = written((log) => log.event('request.failed', {}, error));
    expect(line).not.toContain('secret-row');
    expect(line).toContain('"stack"');
  });

  test('ids of ours stay readable', () => {
    expect(written((log) => log.event('case.moved', { caseId: '0b1e7c52-6d0f-4c59-9a53-1f6a2f0c9d11' }))).toContain('0b1e7c52-6d0f-4c59-9a53-1f6a2f0c9d11');
  });
});
