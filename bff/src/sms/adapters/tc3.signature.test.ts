import { tc3Authorization } from './tc3.signature.ts';

describe('TC3-HMAC-SHA256', () => {
  // The example of the official page (cloud.tencent.com/document/api/213/30654); its secret is printed with asterisks.
  const example = {
    service: 'cvm',
    host: 'cvm.tencentcloudapi.com',
    payload: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
    timestamp: 1551113065,
    secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******',
    secretKey: 'Gu5t9xGARNpq86cd98joQYCN3*******',
  };
  const signatureOf = (header: string) => /Signature=([0-9a-f]{64})$/.exec(header)?.[1];

  it('agrees with the published example', () => {
    const header = tc3Authorization(example);
    expect(signatureOf(header)).toBe('2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c');
    expect(header).toContain('Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, ');
  });

  it('changes with each thing it covers', () => {
    const variants = [
      example,
      { ...example, payload: `${example.payload} ` },
      { ...example, timestamp: example.timestamp + 1 },
      { ...example, host: 'sms.tencentcloudapi.com' },
      { ...example, service: 'sms' },
      { ...example, secretKey: 'another' },
      { ...example, action: 'DescribeInstances' },
    ];
    expect(new Set(variants.map((variant) => signatureOf(tc3Authorization(variant)))).size).toBe(variants.length);
  });

  it('takes the day in UTC: at 01:00 in China it is still the day before', () => {
    const oneInChina = Date.parse('2026-11-21T01:00:00+08:00') / 1000;
    expect(tc3Authorization({ ...example, timestamp: oneInChina })).toContain('/2026-11-20/cvm/tc3_request');
  });
});
