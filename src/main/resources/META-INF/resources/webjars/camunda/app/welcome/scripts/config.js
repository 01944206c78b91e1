export default {
  app: {
    name: 'welcome',
    vendor: 'Closeout'
  },
  customScripts: ['../../../js/engine-sign-out.js']
};
