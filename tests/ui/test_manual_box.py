from PySide6.QtWidgets import QWidget

from ui.manual_box import ManualBox


def test_a_link_leads_to_another_page_of_the_manual(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    box = ManualBox(window, "lost")

    box.page.text.page_wanted.emit("keys")

    assert box.page.key == "keys"
    box.page.text.page_wanted.emit("lost")
    assert box.page.key == "lost"
    box.reject()
