import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('warning-tasks', {
  zh: {
    title: '预警任务',
    hint: '谁、在什么时间之前、为哪条预警做什么。逾期未办的任务会再发预警。',
    none: '没有任务。在预警的详情里可以交办任务。',
    warning: '预警',
    what: '要做什么',
    who: '由谁办理',
    due: '期限',
    overdue: '已逾期',
    state: '状态',
    outcome: '办理结果',
    steps: '操作',
    complete: '报告办结',
    withdraw: '撤回任务',
    newTask: '交办任务',
    assign: '交办',
    division: '办理单位',
    divisionHint: '留空则由预警所在的行政区划办理',
    assignee: '办理人账号',
    onlyOverdue: '只看逾期',
    yes: '是',
  },
  en: {
    title: 'Warning tasks',
    hint: 'Who must do what, by when, about which warning. A task that is overdue warns again.',
    none: 'There are no tasks. They are given from the details of a warning.',
    warning: 'Warning',
    what: 'What to do',
    who: 'By whom',
    due: 'Due',
    overdue: 'Overdue',
    state: 'State',
    outcome: 'What came of it',
    steps: 'Steps',
    complete: 'Report as done',
    withdraw: 'Withdraw the task',
    newTask: 'Give a task',
    assign: 'Give',
    division: 'Division that does it',
    divisionHint: 'Empty: the division of the warning',
    assignee: 'User name of whoever does it',
    onlyOverdue: 'Overdue alone',
    yes: 'yes',
  },
});

export const useTasksTexts = () => useTexts(texts);

const states = {
  open: { zh: '待办', en: 'To do' },
  done: { zh: '已办结', en: 'Done' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const taskStates = Object.keys(states) as (keyof typeof states)[];
export const useTaskState = () => useWords(states);
