import { metadataJson, metadataXml, retentionOf } from './archive-package.ts';

const one = {
  itemNo: 'T1', title: 'a & <b> "c" \u0007', responsible: '中心', date: '2026-11-21', retention: '30年', business: '租房提取', outcome: '已到账',
  files: [{ path: 'T1/x.pdf', title: "it's", mediaType: 'application/pdf', sizeBytes: 3, sha256: 'aa', sm3: 'bb' }],
};

describe('the metadata of a package', () => {
  it('is XML whatever stands in a title', () => {
    expect(metadataXml(one)).toContain('<题名>a &amp; &lt;b&gt; &quot;c&quot; </题名>');
    expect(metadataXml(one)).toContain('<题名>it&apos;s</题名>');
  });
  it('is the same text for the same case, in both forms', () => {
    expect(metadataJson({ ...one })).toBe(metadataJson(one));
    expect(metadataXml({ ...one })).toBe(metadataXml(one));
    expect(JSON.parse(metadataJson(one))).toMatchObject({ 件号: 'T1', 文件: [{ SM3: 'bb', 'SHA-256': 'aa' }] });
  });
  it('keeps loans for good and withdrawals for thirty years', () => {
    expect([retentionOf('rent'), retentionOf('loan-prepayment')]).toEqual(['30年', '永久']);
  });
});
