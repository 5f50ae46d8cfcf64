import type { Unit } from '../../domain/office/office.ts';

const communities: readonly Unit[] = [
  { id: 'community-hebin', zh: '河滨社区', kind: 'community', phone: '0891-0000011' },
  { id: 'community-jixiang', zh: '吉祥社区', kind: 'community', phone: '0891-0000012' },
  { id: 'community-tuanjie', zh: '团结社区', kind: 'community', phone: '0891-0000013' },
  { id: 'community-beishan', zh: '北山社区', kind: 'community', phone: '0891-0000014' },
];

const duties: readonly (readonly [id: string, zh: string, duty: string])[] = [
  ['housing', '住建局', '房屋质量和漏水、公租房、工地管理、道路和雨污管网建设'],
  ['urban', '城市管理局', '垃圾清运、路灯井盖、占道经营、违法建设、户外噪声'],
  ['utilities-water', '供排水公司', '停水、水压、水质、水管爆裂和冻堵、污水冒溢、水费'],
  ['power', '供电公司', '停电、电压不稳、电线电表、充电桩接电、电费'],
  ['heating', '供暖公司', '暖气不热、管道漏水、供暖开停时间、暖气费'],
  ['gas', '燃气公司', '燃气泄漏、停气、通气点火、灶管检查、气费'],
  ['police', '派出所', '治安巡逻、邻里吵打、养犬伤人、走失、户籍身份证'],
  ['traffic', '交警大队', '红绿灯、乱停车、上下学堵车、交通标线、事故多发路口'],
  ['transport', '交通运输局', '公交线路和站牌、出租车、公路养护、货运客运'],
  ['market', '市场监管局', '食品安全、缺斤少两、消费退赔、电梯、无照经营'],
  ['health', '卫健局', '看病就医、家庭医生、急救用氧、公共卫生、托育'],
  ['education', '教育局', '入学转学、校车、校园饭菜、校外培训、幼儿园'],
  ['labour', '人社局', '拖欠工资、劳动合同、社保、找工作、工伤'],
  ['civil', '民政局', '低保、临时救助、养老助餐、残疾人补贴、流浪人员'],
  ['medical-insurance', '医保局', '医保缴费、异地就医、报销、门诊特殊病'],
  ['environment', '生态环境局', '河道水体、油烟异味、工业噪声、扬尘、焚烧'],
  ['agriculture', '农业农村局', '牲畜上路、动物防疫、农牧补贴、村道沟渠'],
  ['forestry', '林草局', '树木倒伏、林地草场、野生动物、防火巡护'],
  ['land', '自然资源局', '不动产登记、占地、山体滑坡隐患、规划公示'],
  ['emergency', '应急管理局', '雨雪灾害、危险品、防汛、灾后救助'],
  ['fire', '消防救援大队', '消防通道、楼道堆物、电动车上楼充电、灭火器'],
  ['culture', '文旅局', '文化活动、节庆演出、文物保护、旅游投诉'],
  ['religion', '民宗局', '宗教活动场所周边服务、祈福步道管理、民族团结事务'],
  ['justice', '司法所', '法律援助、人民调解、公证咨询'],
  ['telecom', '通信管理办', '手机信号、宽带、通信线缆、基站'],
  ['postal', '邮政管理', '快递丢损、驿站收费、邮件投递'],
  ['property', '物业管理办', '物业服务、小区停车、维修资金、业主委员会'],
  ['street-party', '街道党建办', '党员报到、志愿服务、微心愿'],
  ['street-order', '街道平安办', '矛盾纠纷、群防群治、出租屋管理'],
  ['street-service', '街道便民服务中心', '代办帮办、各类证明、上门服务'],
  ['street-urban', '街道城管办', '背街小巷保洁、门前三包、小广告、流动摊点'],
  ['veterans', '退役军人服务站', '优待证、优抚补助、退役安置'],
  ['tax', '税务所', '发票、纳税申报、社保费缴纳、税费咨询'],
];

/** 登记的联办方. */
const partners: readonly Unit[] = [
  { id: 'partner-shops', zh: '吉祥市场商户联盟', kind: 'partner', phone: '0891-0000021' },
  { id: 'partner-property', zh: '幸福里物业', kind: 'partner', phone: '0891-0000022' },
  { id: 'partner-volunteers', zh: '志愿服务队', kind: 'partner', phone: '0891-0000023' },
];

/** The street, its communities and the departments that may be called to it; the numbers cannot be dialled. */
export const units: readonly Unit[] = [
  { id: 'street', zh: '雪莲河街道', kind: 'street', phone: '0891-0000001' },
  ...communities,
  ...partners,
  ...duties.map(([id, zh, duty], place): Unit => {
    return { id, zh, kind: 'department', duty, phone: `0891-0000${101 + place}` };
  }),
];
