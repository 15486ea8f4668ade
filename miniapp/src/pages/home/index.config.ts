export default definePageConfig({ navigationBarTitleText: '厦门市住房公积金中心', enableShareAppMessage: true });
