def test_w(make_hand, sample_file):
    from wizards.preferences import Preferences
    from PySide6.QtWidgets import QApplication, QWidget, QLayout
    Preferences().text_size=150
    hand=make_hand(sample_file); hand.window.resize(1440,900)
    hand.window.go_to("business"); QApplication.processEvents()
    page=hand.window.stage.page
    def walk(l,d):
        for i in range(l.count()):
            it=l.itemAt(i)
            w=it.widget()
            if it.minimumSize().width()>300:
                print(" "*d, type(it).__name__, it.minimumSize().width(), w and (type(w).__name__, w.objectName(), w.isVisible(), w.text() if hasattr(w,'text') and callable(w.text) else ''))
            if it.layout(): walk(it.layout(),d+2)
            elif w and w.layout() and it.minimumSize().width()>560: walk(w.layout(),d+2)
    walk(page.widget().layout(),0)
    assert 0
