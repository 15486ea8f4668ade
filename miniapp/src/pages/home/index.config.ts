export default definePageConfig({ navigationBarTitleText: '厦门住房公积金', enableShareAppMessage: true });
