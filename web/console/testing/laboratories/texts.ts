import { defineTexts, useTexts } from '../../shared/texts.ts';

const texts = defineTexts('laboratories', {
  zh: {
    title: '检测机构',
    hint: '检测报告印签发当日最新登记的地址和资质。登记不改不删：有变化就再登记一次，已签发的报告不变。',
    none: '还没有登记检测机构。未登记的机构，报告上没有地址。',
    register: '登记检测机构',
    change: '登记变更',
    laboratory: '名称',
    laboratoryHint: '与资质证书、人员和样品上的名称一致',
    address: '检测地点',
    accreditation: '资质',
    accreditationHint: '例如 CMA、CATL、CNAS 证书编号',
    division: '区划',
    registered: '登记',
    saved: '已登记，今后签发的报告按此印制',
    steps: '操作',
  },
  en: {
    title: 'Laboratories',
    hint: 'A report prints the address and certificates that were registered last on the day of its issue. A registration is never changed: register what is new, and reports already issued stay as they are.',
    none: 'No laboratory is registered. The reports of one that is not have no address.',
    register: 'Register a laboratory',
    change: 'Register a change',
    laboratory: 'Name',
    laboratoryHint: 'As on its certificate, its people and its samples',
    address: 'Place of work',
    accreditation: 'Certificates',
    accreditationHint: 'e.g. the numbers of its CMA, CATL and CNAS certificates',
    division: 'Division',
    registered: 'Registered',
    saved: 'Registered: reports issued from now on print it',
    steps: 'Steps',
  },
});

export const useLaboratoryTexts = () => useTexts(texts);
