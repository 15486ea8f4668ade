import { SubscribeFieldError, SubscribeMessage } from './subscribe-message.ts';

const message = SubscribeMessage.to('open-1', 'template-1');
const faultOf = (field: string, value: string): string | undefined => {
  try {
    message.with(field, value);
    return undefined;
  } catch (error) {
    return error instanceof SubscribeFieldError ? error.fault : 'another error';
  }
};

describe('a subscription message', () => {
  it('holds what it was given, and each step makes a new one', () => {
    const full = message.opening('/pages/case/index?caseId=1').with('thing1', '偿还公积金贷款').with('phrase3', '已到账');
    expect(full).toMatchObject({ openId: 'open-1', templateId: 'template-1', page: 'pages/case/index?caseId=1', fields: { thing1: '偿还公积金贷款', phrase3: '已到账' } });
    expect(message.fields).toEqual({});
  });

  it.each([
    ['thing1', '购买自住住房提取'],
    ['thing1', '一二三四五六七八九十一二三四五六七八九十'],
    ['number1', '-12.50'],
    ['letter1', 'Anju'],
    ['symbol1', '¥%'],
    ['character_string2', 'XM20261121-000123'],
    ['time4', '2026年11月21日 15:01'],
    ['time4', '15:01'],
    ['time4', '15:01:02'],
    ['time4', '08:30 ~ 17:30'],
    ['date1', '2026-11-21'],
    ['date1', '2026年11月21日 09:42'],
    ['date1', '2026.11'],
    ['date1', '11月21日'],
    ['amount1', '¥5780.32'],
    ['amount1', '16000元'],
    ['phone_number1', '0592-12329'],
    ['car_number1', '闽D12345'],
    ['name1', '欧阳静姝'],
    ['name1', 'Wolfgang Amadeus'],
    ['phrase3', '已到账'],
    ['phrase3', '付款未成功'],
  ])('takes %s with "%s"', (field, value) => {
    expect(message.with(field, value).fields).toEqual({ [field]: value });
  });

  it.each([
    ['thing1', '', 'empty'],
    ['thing1', '   ', 'empty'],
    ['thing1', '一行\n又一行', 'control-character'],
    ['number1', '1,200', 'format'],
    ['number1', '1'.repeat(33), 'format'],
    ['letter1', 'Anju1', 'format'],
    ['symbol1', '¥1', 'format'],
    ['character_string2', '编号1', 'format'],
    ['character_string2', 'A'.repeat(33), 'format'],
    ['character_string2', 'A 1', 'format'],
    ['time4', '2026-11-21', 'format'],
    ['time4', '25:00', 'format'],
    ['date1', '明天', 'format'],
    ['amount1', '¥5,780.32', 'format'],
    ['amount1', '¥12345678901', 'format'],
    ['phone_number1', '0592 12329', 'format'],
    ['name1', '张3', 'format'],
    ['name1', '一二三四五六七八九十一', 'format'],
    ['name1', 'A'.repeat(21), 'format'],
    ['phrase3', '付款未能成功', 'format'],
    ['phrase3', '已到账!', 'format'],
    ['phrase3', 'paid', 'format'],
    ['verse1', '春眠', 'kind-unknown'],
  ])('refuses %s with "%s"', (field, value, fault) => {
    expect(faultOf(field, value)).toBe(fault);
  });

  it('cuts a thing that is too long, counting a rare character as one', () => {
    expect(message.with('thing5', '𠮷'.repeat(21)).fields['thing5']).toBe(`${'𠮷'.repeat(19)}…`);
    expect(message.with('thing5', '𠮷'.repeat(20)).fields['thing5']).toBe('𠮷'.repeat(20));
  });

  it('says which field was refused and never with what', () => {
    expect(() => message.with('phrase3', 'secret words')).toThrow(/^subscribe message: field phrase3 is refused \(format\)$/);
  });
});
