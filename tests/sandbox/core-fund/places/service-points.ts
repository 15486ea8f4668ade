/** A place where people are seen; `windows` is how many of them at the same time. */
export interface ServicePoint {
  readonly number: string;
  readonly name: string;
  readonly kind: 'centre' | 'bank';
  readonly district: string;
  readonly address: string;
  readonly telephone: string;
  readonly windows: number;
}
/** Every number has it. */
export const POINT_NUMBER_LENGTH = 5;

const CENTRE_HOURS = '工作日 8:30–17:30';
const BANK_HOURS = '工作日 9:00–17:00';
export const hoursOf = (point: ServicePoint): string => (point.kind === 'centre' ? CENTRE_HOURS : BANK_HOURS);

/** Fictional points of the centre and of its banks, in every district. */
export const SERVICE_POINTS: readonly ServicePoint[] = [
  { number: 'XM001', name: '市公积金中心思明服务大厅', kind: 'centre', district: '思明区', address: '厦门市思明区湖滨东路 918 号一层', telephone: '0592-5550101', windows: 3 },
  { number: 'XM002', name: '市公积金中心湖里服务大厅', kind: 'centre', district: '湖里区', address: '厦门市湖里区云顶中路 3390 号二层', telephone: '0592-5550102', windows: 3 },
  { number: 'XM003', name: '市公积金中心集美管理部', kind: 'centre', district: '集美区', address: '厦门市集美区诚毅大街 1720 号一层', telephone: '0592-5550103', windows: 2 },
  { number: 'XM004', name: '市公积金中心海沧管理部', kind: 'centre', district: '海沧区', address: '厦门市海沧区滨湖东路 866 号一层', telephone: '0592-5550104', windows: 2 },
  { number: 'XM005', name: '市公积金中心同安管理部', kind: 'centre', district: '同安区', address: '厦门市同安区银湖中路 715 号一层', telephone: '0592-5550105', windows: 2 },
  { number: 'XM006', name: '市公积金中心翔安管理部', kind: 'centre', district: '翔安区', address: '厦门市翔安区祥福路 2688 号一层', telephone: '0592-5550106', windows: 2 },
  { number: 'XM011', name: '建设银行厦门莲前支行', kind: 'bank', district: '思明区', address: '厦门市思明区莲前东路 1388 号', telephone: '0592-5550111', windows: 2 },
  { number: 'XM012', name: '工商银行厦门五缘湾支行', kind: 'bank', district: '湖里区', address: '厦门市湖里区金湖路 1096 号', telephone: '0592-5550112', windows: 2 },
  { number: 'XM013', name: '农业银行厦门杏林支行', kind: 'bank', district: '集美区', address: '厦门市集美区杏林北路 519 号', telephone: '0592-5550113', windows: 1 },
  { number: 'XM014', name: '建设银行厦门马巷支行', kind: 'bank', district: '翔安区', address: '厦门市翔安区马巷街道巷南路 627 号', telephone: '0592-5550114', windows: 1 },
];

export const pointOf = (number: string): ServicePoint | undefined => SERVICE_POINTS.find((point) => point.number === number);
